package io.streamverse.server.access;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface HoldingRepository extends GenericRepository<HeldTier, String> {
    /// First what opens a title for tiers of rank `demanded`; of that the highest, and rather what has no end.
    @Query("""
            SELECT tier.name, tier.rank, tier.maximum_height, tier.streams, tier.downloads,
                   held.id AS grant_id, held.title_id, held.until, held.watch_within_hours, held.started_at
            FROM tier_grant held JOIN tier ON tier.name = held.tier
            WHERE held.viewer_id = :viewerId AND (held.title_id IS NULL OR held.title_id = :titleId)
              AND held.ended_at IS NULL AND (held.until IS NULL OR held.until > :at)
              AND (held.started_at IS NULL OR held.watch_within_hours IS NULL
                  OR held.started_at + make_interval(hours => held.watch_within_hours) > :at)
            ORDER BY (held.title_id IS NOT NULL OR tier.rank >= :demanded) DESC, tier.rank DESC, tier.streams DESC,
                held.watch_within_hours IS NOT NULL, held.until DESC NULLS FIRST, held.id
            LIMIT 1
            """)
    Optional<HeldTier> held(String viewerId, String titleId, int demanded, Instant at);
}
