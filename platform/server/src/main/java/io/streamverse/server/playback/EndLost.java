package io.streamverse.server.playback;

import io.streamverse.kernel.schedule.ScheduledJob;
import io.streamverse.kernel.tenancy.EachSpace;
import jakarta.inject.Singleton;
import java.time.Instant;

/// Ends the playbacks that nothing is heard of any more, so that their rows tell the truth; their places are long free.
@Singleton
class EndLost implements ScheduledJob {
    private final EachSpace spaces;
    private final Lost lost;

    EndLost(EachSpace spaces, Lost lost) {
        this.spaces = spaces;
        this.lost = lost;
    }

    @Override
    public String name() {
        return "server.playback.lost";
    }

    @Override
    public String cron() {
        return "0 */5 * * * *";
    }

    @Override
    public void run(Instant dueAt) {
        spaces.run("Ending lost playbacks", lost::end);
    }
}
