package io.streamverse.server.catalog;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface TitleRepository extends GenericRepository<Title, String> {
    String SELECT = """
            SELECT id, kind, state, asset_id, texts, artwork, access, age_rating, windows, territories, external_id,
                   metadata, published_at, created_at, changed_at, version
            FROM title
            """;

    Title save(Title title);

    Title update(Title title);

    void delete(Title title);

    /// Whoever wants an externalId is alone with that wish until the transaction ends.
    @Query("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(current_schema() || '.title.' || :externalId, 0))")
    int beAlone(String externalId);

    Optional<Title> find(String id);

    @Query(SELECT + "WHERE id = :id FOR UPDATE")
    Optional<Title> lock(String id);

    @Query(SELECT + "WHERE asset_id = :assetId ORDER BY id FOR UPDATE")
    List<Title> lockAllOf(String assetId);

    @Query("SELECT count(*) > 0 FROM title WHERE external_id = :externalId AND id <> :id")
    boolean externalIdTaken(String externalId, String id);

    @Query(SELECT + """
            WHERE (:after::text IS NULL OR id < :after)
              AND (:state::text IS NULL OR state = :state) AND (:externalId::text IS NULL OR external_id = :externalId)
              AND (:rated::boolean IS NULL OR (age_rating IS NOT NULL) = :rated)
            ORDER BY id DESC
            LIMIT :size
            """)
    List<Title> page(
            @Nullable String after,
            @Nullable String state,
            @Nullable String externalId,
            @Nullable Boolean rated,
            int size);
}
