package io.streamverse.server.playback;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.streamverse.kernel.problem.LimitReached;
import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.kernel.tenancy.TenantSpace;
import io.streamverse.server.limits.Limits;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Whether the tenant has anything left to deliver. Delivery is counted afterwards and seconds late anyway, so the
/// answer is kept for a few.
@Singleton
class Allowances {
    private static final List<String> METERS = List.of("delivery.bytes", "delivery.minutes");
    private static final Duration KEPT = Duration.ofSeconds(5);
    private static final int MOST = 20_000;
    private final Cache<TenantSpace, Map<String, Object>> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();
    private final Limits limits;

    Allowances(Limits limits) {
        this.limits = limits;
    }

    /// The numbers of what is used up; nothing where nothing is.
    Map<String, Object> exhausted() {
        var space = TenantContext.current();
        var kept = known.getIfPresent(space);
        if (kept != null) {
            return kept;
        }
        var read = limits.exhausted(METERS).map(LimitReached::numbers).orElse(Map.of());
        known.put(space, read);
        return read;
    }
}
