package io.streamverse.server.access;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface GrantRepository extends GenericRepository<TierGrant, String> {
    String SELECT = """
            SELECT id, viewer_id, tier, until, source_kind, source_id, metadata, given_at, ended_at, title_id,
                   watch_within_hours, started_at, version
            FROM tier_grant
            """;

    TierGrant save(TierGrant grant);

    TierGrant update(TierGrant grant);

    /// Of the messages from one source about one viewer, only one is heard at a time.
    @Query("""
            SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(
                concat_ws(' ', current_schema(), 'tier_grant', :viewerId, :sourceKind, :sourceId), 0))
            """)
    int beAlone(String viewerId, String sourceKind, String sourceId);

    Optional<TierGrant> find(String viewerId, String id);

    @Query(SELECT + "WHERE viewer_id = :viewerId AND id = :id FOR UPDATE")
    Optional<TierGrant> lock(String viewerId, String id);

    @Query(SELECT + """
            WHERE viewer_id = :viewerId AND source_kind = :sourceKind AND source_id = :sourceId
            """)
    Optional<TierGrant> ofSource(String viewerId, String sourceKind, String sourceId);

    @Query(SELECT + """
            WHERE viewer_id = :viewerId AND (:after::text IS NULL OR id < :after)
              AND (:externalId::text IS NULL OR source_id = :externalId)
            ORDER BY id DESC
            LIMIT :size
            """)
    List<TierGrant> page(String viewerId, @Nullable String after, @Nullable String externalId, int size);
}
