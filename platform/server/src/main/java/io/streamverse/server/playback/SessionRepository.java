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
interface SessionRepository extends GenericRepository<PlaybackSession, String> {
    String SELECT = """
            SELECT id, viewer_id, viewer_session_id, profile_id, title_id, asset_id, asset_version, variant, tracks,
                   device_id, device_name, device_kind, player, territory, tier, maximum_height, streams, duration_ms,
                   started_at, seen_at, token_until, ends_at, ended_at, ended_because, kept, key_id, grant_id,
                   holds_until, play_within_hours
            FROM playback_session
            """;

    PlaybackSession save(PlaybackSession session);

    Optional<PlaybackSession> findById(String id);

    @Query(SELECT + "WHERE id = ANY (:ids) ORDER BY id")
    List<PlaybackSession> all(String[] ids);

    @Query(SELECT + """
            WHERE (:after::text IS NULL OR id < :after)
              AND (:viewerId::text IS NULL OR viewer_id = :viewerId)
              AND (:titleId::text IS NULL OR title_id = :titleId)
              AND (:running::boolean IS NULL OR (ended_at IS NULL AND ends_at > :now) = :running)
            ORDER BY id DESC
            LIMIT :size
            """)
    List<PlaybackSession> page(
            @Nullable String after,
            @Nullable String viewerId,
            @Nullable String titleId,
            @Nullable Boolean running,
            Instant now,
            int size);

    /// How many were: none where it had ended already.
    @Query("""
            UPDATE playback_session SET ended_at = :now, ended_because = :because
            WHERE id = :id AND ended_at IS NULL
            """)
    int end(String id, String because, Instant now);

    @Query("""
            UPDATE playback_session SET seen_at = :now, token_until = :tokenUntil
            WHERE id = :id AND ended_at IS NULL
            """)
    int renew(String id, Instant now, Instant tokenUntil);

    /// Not heard of since, by row: a heartbeat alone is not written down here.
    @Query(SELECT + """
            WHERE ended_at IS NULL AND seen_at < :before AND (NOT kept OR ends_at <= :now)
            ORDER BY seen_at
            LIMIT :most
            """)
    List<PlaybackSession> silent(Instant before, Instant now, int most);

    /// Of one viewer's downloads only one begins at a time.
    @Query("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(current_schema() || '.kept ' || :viewerId, 0))")
    int beAlone(String viewerId);

    @Query(SELECT + """
            WHERE viewer_id = :viewerId AND kept AND ended_at IS NULL AND ends_at > :now
            ORDER BY id DESC
            """)
    List<PlaybackSession> kept(String viewerId, Instant now);

    @Query("""
            UPDATE playback_session
            SET ends_at = :endsAt, holds_until = :holdsUntil, play_within_hours = :playWithinHours,
                maximum_height = :maximumHeight
            WHERE id = :id AND ended_at IS NULL
            """)
    int prolong(
            String id,
            Instant endsAt,
            @Nullable Instant holdsUntil,
            @Nullable Integer playWithinHours,
            @Nullable Integer maximumHeight);

    @Query("UPDATE playback_session SET seen_at = :now WHERE id = :id AND ended_at IS NULL")
    void seen(String id, Instant now);
}
