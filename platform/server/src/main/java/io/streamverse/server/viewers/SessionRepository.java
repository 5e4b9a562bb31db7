package io.streamverse.server.viewers;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface SessionRepository extends GenericRepository<Session, String> {
    String SELECT = """
            SELECT id, viewer_id, origin, tier, territory, max_streams, generation, created_at, refreshed_at, ends_at,
                   ended_at, ended_by, open_profile, device
            FROM viewer_session
            """;

    Session save(Session session);

    Session update(Session session);

    Optional<Session> findById(String id);

    @Query("""
            SELECT session.viewer_id, session.tier, session.territory, session.max_streams, session.ends_at,
                   session.open_profile,
                   profile.id AS profile_id, profile.name, profile.kids, profile.maximum_age,
                   profile.language, profile.pin_hash IS NOT NULL AS has_pin
            FROM viewer_session session
            LEFT JOIN LATERAL (
                SELECT id, name, kids, maximum_age, language, pin_hash FROM viewer_profile
                WHERE viewer_id = session.viewer_id AND (:profileId::text IS NULL OR id = :profileId)
                ORDER BY id
                LIMIT 1) profile ON true
            WHERE session.id = :id AND session.ended_at IS NULL AND session.ends_at > :now
            """)
    Optional<WatcherRow> watcher(String id, @Nullable String profileId, Instant now);

    @Query(SELECT + "WHERE id = :id FOR UPDATE")
    Optional<Session> lock(String id);

    @Query(SELECT + """
            WHERE viewer_id = :viewerId AND (:after::text IS NULL OR id < :after)
            ORDER BY id DESC
            LIMIT :size
            """)
    List<Session> page(String viewerId, @Nullable String after, int size);

    @Query("UPDATE viewer_session SET open_profile = :profileId WHERE id = :id")
    void open(String id, String profileId);

    @Query("DELETE FROM viewer_session WHERE ends_at < :before OR ended_at < :before")
    void forget(Instant before);
}
