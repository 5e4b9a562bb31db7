package io.streamverse.server.ladders;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface LadderRepository extends GenericRepository<LadderVersion, String> {
    String SELECT = """
            SELECT id, version, current, name, video, audio, external_id, metadata, created_at, changed_at FROM ladder
            """;

    /// Whoever checks what is taken is alone until the transaction ends; others with such an intent wait.
    @Query("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(current_schema() || '.ladder', 0))")
    int beAlone();

    @Query("""
            INSERT INTO ladder (
                id, version, current, name, video, audio, external_id, metadata, created_at, changed_at)
            VALUES (
                :id, :version, :current, :name, :video::jsonb, :audio::jsonb, :externalId, :metadata::jsonb,
                :createdAt, :changedAt)
            """)
    void add(LadderVersion ladder);

    @Query(SELECT + "WHERE current AND (id = :idOrName OR name = :idOrName)")
    Optional<LadderVersion> current(String idOrName);

    @Query(SELECT + "WHERE id = :id AND version = :version")
    Optional<LadderVersion> version(String id, int version);

    @Query(SELECT + """
            WHERE current AND (:after::text IS NULL OR id < :after)
              AND (:externalId::text IS NULL OR external_id = :externalId)
            ORDER BY id DESC
            LIMIT :size
            """)
    List<LadderVersion> page(@Nullable String after, @Nullable String externalId, int size);

    /// How many were: none where somebody else was faster.
    @Query("UPDATE ladder SET current = false WHERE id = :id AND version = :version AND current")
    int retire(String id, int version);

    @Query("SELECT count(*) > 0 FROM ladder WHERE current AND name = :name AND id <> :id")
    boolean nameTaken(String name, String id);

    @Query("SELECT count(*) > 0 FROM ladder WHERE current AND external_id = :externalId AND id <> :id")
    boolean externalIdTaken(String externalId, String id);
}
