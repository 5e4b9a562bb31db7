package io.streamverse.server.analytics;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.streamverse.kernel.problem.Unavailable;
import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.kernel.tenancy.TenantSpace;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Singleton
public class Analytics {
    private static final int MOST = 100;
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final String TRENDING = """
            SELECT t.title AS titleId, uniqMerge(t.sessions) AS sessions
            FROM by_hour_of(space = {space:String}) AS t
            WHERE t.time >= {since:DateTime('UTC')}
            GROUP BY t.title ORDER BY sessions DESC, sum(t.watched_ms) DESC, t.title LIMIT %d
            """.formatted(MOST);
    private final Reader reader;
    private final InstantSource clock;
    private final Cache<TenantSpace, Trend> trends =
            Caffeine.newBuilder().maximumSize(10_000).build();

    private record Trend(List<String> titleIds, Instant until) {}

    Analytics(Reader reader, InstantSource clock) {
        this.reader = reader;
        this.clock = clock;
    }

    /// Ids of the titles of the environment in charge that most playbacks watched in the last days, the first one most.
    /// A minute old at most; while ClickHouse is away what was last known, or nothing.
    public List<String> trending(Duration last, int limit) {
        var space = TenantContext.current();
        var known = trends.getIfPresent(space);
        if (known == null || known.until().isBefore(clock.instant())) {
            known = new Trend(asked(space, last, known), clock.instant().plus(FRESH));
            trends.put(space, known);
        }
        return known.titleIds().stream().limit(limit).toList();
    }

    private List<String> asked(TenantSpace space, Duration last, @Nullable Trend before) {
        var since = Question.seconds(clock.instant().minus(last));
        try {
            return reader.rows(TRENDING, Map.of("space", space.toString(), "since", since), TitleViewers.class).stream()
                    .map(TitleViewers::titleId)
                    .toList();
        } catch (Unavailable e) {
            return before == null ? List.of() : before.titleIds();
        }
    }
}
