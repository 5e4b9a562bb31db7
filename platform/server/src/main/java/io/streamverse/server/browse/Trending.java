package io.streamverse.server.browse;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.kernel.tenancy.TenantSpace;
import io.streamverse.server.clock.BusinessTime;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// What many watched of late. Counted anew every few seconds at most, however many look.
@Singleton
class Trending {
    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final int DAYS = 7;
    private static final int MOST = 60;
    private static final int SPACES = 10_000;
    private final PlayRepository plays;
    private final BusinessTime time;
    private final Cache<TenantSpace, List<String>> counted =
            Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(SPACES).build();

    Trending(PlayRepository plays, BusinessTime time) {
        this.plays = plays;
        this.time = time;
    }

    List<String> titles() {
        return counted.get(TenantContext.current(), _ -> plays.trending(today().minusDays(DAYS), today(), MOST));
    }

    void played(String titleId, String viewerId) {
        plays.add(titleId, today(), viewerId);
    }

    void forgetOld() {
        plays.forget(today().minusDays(DAYS));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(time.now(), ZoneOffset.UTC);
    }
}
