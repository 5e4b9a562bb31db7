package io.streamverse.server.media;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface AssetRepository extends GenericRepository<Asset, String> {
    String SELECT = """
            SELECT id, name, external_id, metadata, keep_original, state, failure_code, failure_detail, source_url,
                   upload_id, job_id, latest, created_at, deleted_at, swept_at, version
            FROM asset
            """;

    Asset save(Asset asset);

    Asset update(Asset asset);

    @Query(SELECT + "WHERE id = :id AND deleted_at IS NULL")
    Optional<Asset> find(String id);

    @Query(SELECT + "WHERE id = :id AND deleted_at IS NULL FOR UPDATE")
    Optional<Asset> lock(String id);

    @Query(SELECT + "WHERE external_id = :externalId AND deleted_at IS NULL")
    Optional<Asset> findByExternalId(String externalId);

    @Query(SELECT + """
            WHERE deleted_at IS NULL AND (:after::text IS NULL OR id < :after)
              AND (:state::text IS NULL OR state = :state) AND (:externalId::text IS NULL OR external_id = :externalId)
            ORDER BY id DESC
            LIMIT :size
            """)
    List<Asset> page(@Nullable String after, @Nullable String state, @Nullable String externalId, int size);

    @Query(SELECT + """
            WHERE deleted_at IS NOT NULL AND (swept_at IS NULL OR deleted_at < :settledBefore)
            ORDER BY deleted_at LIMIT 100
            """)
    List<Asset> toSweep(Instant settledBefore);

    @Query("UPDATE asset SET swept_at = :at WHERE id = :id")
    void swept(String id, Instant at);

    @Query("DELETE FROM asset WHERE id = :id AND deleted_at IS NOT NULL")
    void forget(String id);
}
