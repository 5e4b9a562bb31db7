package io.streamverse.server.playback;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface PositionRepository extends GenericRepository<WatchedTitle, String> {
    /// Of a session that is the viewer's, and whose profile is there still.
    @Query("""
            INSERT INTO playback_position (profile_id, title_id, position_ms, duration_ms, watched_at)
            SELECT session.profile_id, title_id, least(:positionMs, duration_ms), duration_ms, :now
            FROM playback_session session JOIN viewer_profile ON viewer_profile.id = session.profile_id
            WHERE session.id = :sessionId AND session.viewer_id = :viewerId
            ON CONFLICT (profile_id, title_id) DO UPDATE
            SET position_ms = excluded.position_ms, duration_ms = excluded.duration_ms, watched_at = excluded.watched_at
            """)
    void keep(String sessionId, String viewerId, long positionMs, Instant now);

    @Query("""
            SELECT title_id, position_ms, duration_ms, watched_at FROM playback_position
            WHERE profile_id = :profileId AND title_id = :titleId
            """)
    Optional<WatchedTitle> find(String profileId, String titleId);

    @Query("""
            SELECT title_id, position_ms, duration_ms, watched_at FROM playback_position
            WHERE profile_id = :profileId AND (:before::timestamptz IS NULL OR watched_at < :before)
            ORDER BY watched_at DESC
            LIMIT :size
            """)
    List<WatchedTitle> latest(String profileId, @Nullable Instant before, int size);

    @Query("DELETE FROM playback_position WHERE profile_id = :profileId AND title_id = :titleId")
    void forget(String profileId, String titleId);
}
