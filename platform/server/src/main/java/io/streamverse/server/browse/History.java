package io.streamverse.server.browse;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.streamverse.kernel.http.Page;
import io.streamverse.kernel.problem.FieldError;
import io.streamverse.kernel.problem.Malformed;
import io.streamverse.server.playback.Watched;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a profile watched, newest first. A cursor is when the last of a page was watched.
@Singleton
class History {
    private final Watched watched;
    private final Shelf shelf;

    History(Watched watched, Shelf shelf) {
        this.watched = watched;
        this.shelf = shelf;
    }

    Page<ViewerTitleResponse> page(Onlooker who, int limit, @Nullable String after) {
        var profile = who.profileId();
        if (profile == null) {
            return new Page<>(List.of(), false, null);
        }
        var rows = watched.latest(profile, read(after), limit + 1);
        var hasMore = rows.size() > limit;
        var seen = hasMore ? rows.subList(0, limit) : rows;
        return new Page<>(
                shelf.watched(who, seen),
                hasMore,
                hasMore ? written(seen.getLast().watchedAt()) : null);
    }

    void forget(Onlooker who, String titleId) {
        var profile = who.profileId();
        if (profile != null) {
            watched.forget(profile, titleId);
        }
    }

    private static String written(Instant at) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(at.toString().getBytes(UTF_8));
    }

    private static @Nullable Instant read(@Nullable String cursor) {
        try {
            return cursor == null
                    ? null
                    : Instant.parse(new String(Base64.getUrlDecoder().decode(cursor), UTF_8));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new Malformed(
                    "http.cursor.invalid",
                    "This cursor is not one that a list here gave out",
                    List.of(new FieldError("?after", "is not a cursor of this list")));
        }
    }
}
