package io.streamverse.server.access;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface TierRepository extends GenericRepository<TierRow, String> {
    String SELECT = """
            SELECT t.name, t.rank, t.maximum_height, t.streams, t.downloads, t.texts, t.metadata, t.created_at,
                   t.changed_at, t.version
            FROM tier t
            """;

    TierRow save(TierRow tier);

    TierRow update(TierRow tier);

    void delete(TierRow tier);

    /// Whoever makes a tier is alone with it until the transaction ends.
    @Query("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(current_schema() || '.tier', 0))")
    int beAlone();

    Optional<TierRow> find(String name);

    @Query(SELECT + "WHERE name = :name FOR UPDATE")
    Optional<TierRow> lock(String name);

    /// It stays until the transaction ends.
    @Query(SELECT + "WHERE name = :name FOR KEY SHARE")
    Optional<TierRow> hold(String name);

    @Query(SELECT + "ORDER BY rank, name")
    List<TierRow> all();

    @Query("""
            SELECT count(*) > 0 FROM tier_grant
            WHERE tier = :name AND ended_at IS NULL AND (until IS NULL OR until > :at)
            """)
    boolean isGiven(String name, Instant at);

    @Query(SELECT + """
            JOIN tier_grant g ON g.tier = t.name
            WHERE viewer_id = :viewerId AND title_id IS NULL AND ended_at IS NULL AND (until IS NULL OR until > :at)
              AND (started_at IS NULL OR watch_within_hours IS NULL
                  OR started_at + make_interval(hours => watch_within_hours) > :at)
            ORDER BY rank DESC, streams DESC, name
            LIMIT 1
            """)
    Optional<TierRow> highestOf(String viewerId, Instant at);
}
