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
    /// How many were: none where the viewer has one of this source; of two at once the second waits for the first.
    @Query("""
            INSERT INTO tier_grant (
                id, viewer_id, tier, until, source_kind, source_id, metadata, given_at, ended_at, version)
            VALUES (
                :id, :viewerId, :tier, :until, :sourceKind, :sourceId, :metadata::jsonb, :givenAt, :endedAt, :version)
            ON CONFLICT (viewer_id, source_kind, source_id) DO NOTHING
            """)
    int add(TierGrant grant);

    TierGrant update(TierGrant grant);

    @Query("SELECT * FROM tier_grant WHERE viewer_id = :viewerId AND id = :id")
    Optional<TierGrant> find(String viewerId, String id);

    @Query("SELECT * FROM tier_grant WHERE viewer_id = :viewerId AND id = :id FOR UPDATE")
    Optional<TierGrant> lock(String viewerId, String id);

    @Query("""
            SELECT * FROM tier_grant
            WHERE viewer_id = :viewerId AND source_kind = :sourceKind AND source_id = :sourceId
            """)
    Optional<TierGrant> ofSource(String viewerId, String sourceKind, @Nullable String sourceId);

    @Query("""
            SELECT * FROM tier_grant
            WHERE viewer_id = :viewerId AND (:after::text IS NULL OR id < :after)
              AND (:externalId::text IS NULL OR source_id = :externalId)
            ORDER BY id DESC
            LIMIT :size
            """)
    List<TierGrant> page(String viewerId, @Nullable String after, @Nullable String externalId, int size);
}
