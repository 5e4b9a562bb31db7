package io.streamverse.server.browse;

import io.streamverse.kernel.schedule.ScheduledJob;
import io.streamverse.kernel.tenancy.EachSpace;
import jakarta.inject.Singleton;
import java.time.Instant;

/// Plays too old to count.
@Singleton
class ForgetPlays implements ScheduledJob {
    private final EachSpace spaces;
    private final Trending trending;

    ForgetPlays(EachSpace spaces, Trending trending) {
        this.spaces = spaces;
        this.trending = trending;
    }

    @Override
    public String name() {
        return "server.browse.forget-plays";
    }

    @Override
    public String cron() {
        return "0 25 3 * * *";
    }

    @Override
    public void run(Instant dueAt) {
        spaces.run(name(), trending::forgetOld);
    }
}
