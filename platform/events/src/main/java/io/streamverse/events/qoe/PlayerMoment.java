package io.streamverse.events.qoe;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that happened in a player, `at` by the server's clock. What a type does not speak of is absent.
public record PlayerMoment(
        String id,
        long seq,
        String type,
        Instant at,
        long positionMs,
        @Nullable Long startupMs,
        @Nullable Long stalledMs,
        @Nullable Long watchedMs,
        @Nullable Long bufferMs,
        @Nullable Long kbps,
        @Nullable Long height,
        @Nullable Long droppedFrames,
        @Nullable String cdn,
        @Nullable String code,
        @Nullable Boolean fatal,
        @Nullable String reason) {}
