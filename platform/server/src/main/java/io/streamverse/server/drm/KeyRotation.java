package io.streamverse.server.drm;

import io.streamverse.kernel.schedule.ScheduledJob;
import io.streamverse.kernel.tenancy.EachSpace;
import io.streamverse.server.custody.Custody;
import io.streamverse.server.keyring.Keyring;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Closes everything under a new key of the environment. Media is not touched: content keys stay what they are.
@Singleton
class KeyRotation implements ScheduledJob {
    private final Custody custody;
    private final Keyring keys;
    private final Settings settings;
    private final EachSpace spaces;

    KeyRotation(Custody custody, Keyring keys, Settings settings, EachSpace spaces) {
        this.custody = custody;
        this.keys = keys;
        this.settings = settings;
        this.spaces = spaces;
    }

    int begin() {
        return custody.rotate();
    }

    void finish() {
        custody.newest().ifPresent(this::rewrap);
    }

    @Override
    public String name() {
        return "server.drm.retire-tenant-keys";
    }

    @Override
    public String cron() {
        return "40 17 * * * *";
    }

    /// What a rotation left, since it was interrupted or an encode was planned at the same time.
    @Override
    public void run(Instant dueAt) {
        spaces.run(name(), this::retire);
    }

    private void retire() {
        custody.newest().filter(it -> it > 1).ifPresent(newest -> {
            rewrap(newest);
            custody.retireBefore(newest);
        });
    }

    private void rewrap(int newest) {
        @Nullable String last = "";
        while (last != null) {
            last = keys.rewrap(last, newest);
        }
        settings.rewrap();
    }
}
