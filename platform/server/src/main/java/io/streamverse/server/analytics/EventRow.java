package io.streamverse.server.analytics;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.streamverse.events.qoe.PlayerMoment;
import io.streamverse.events.qoe.PlayerReported;
import io.streamverse.kernel.tenancy.TenantSpace;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A moment as it lies in the table `event`; what is left out has the column's default. Times are in milliseconds.
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record EventRow(
        String space,
        String session,
        long seq,
        String id,
        String type,
        String at,
        String received,
        String batch,
        String title,
        String asset,
        long durationMs,
        String device,
        @Nullable String os,
        @Nullable String browser,
        @Nullable String player,
        @Nullable String country,
        @Nullable String edge,
        @Nullable String viewer,
        long positionMs,
        @Nullable Long startupMs,
        @Nullable Long stalledMs,
        @Nullable Long watchedMs,
        @Nullable Long bufferMs,
        @Nullable Long kbps,
        @Nullable Long height,
        @Nullable Long droppedFrames,
        @Nullable String code,
        @Nullable Boolean fatal,
        @Nullable String reason) {

    static EventRow of(TenantSpace space, PlayerReported told, PlayerMoment moment, String batch) {
        return new EventRow(
                space.toString(),
                told.sessionId(),
                moment.seq(),
                moment.id(),
                moment.type(),
                time(moment.at()),
                time(told.receivedAt()),
                batch,
                told.titleId(),
                told.assetId(),
                told.durationMs(),
                told.device(),
                told.os(),
                told.browser(),
                told.player(),
                told.country(),
                moment.cdn(),
                told.viewer(),
                moment.positionMs(),
                moment.startupMs(),
                moment.stalledMs(),
                moment.watchedMs(),
                moment.bufferMs(),
                moment.kbps(),
                moment.height(),
                moment.droppedFrames(),
                moment.code(),
                moment.fatal(),
                moment.reason());
    }

    private static String time(Instant at) {
        return ClickHouseTime.of(at);
    }
}
