package io.streamverse.server.playback;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@Introspected
@Schema(name = "StartPlayback", description = "What a viewer wants to watch, and on what.")
record StartRequest(
        @NotNull @Size(min = 1, max = 80) String titleId,

        @Schema(description = "The viewer's first one where not said.") @Nullable @Size(min = 1, max = 80)
        String profileId,

        @NotNull @Valid DeviceBody device,

        @Schema(description = "The playback session that ends so that this one may begin.")
        @Nullable
        @Size(min = 1, max = 80)
        String takeOver,

        @Schema(description = "All others of the viewer end so that this one may begin.") @Nullable
        Boolean stopOthers,

        @Schema(
                description = "The device is to keep it: a download, which takes one of the tier's downloads instead"
                        + " of a place, and whose licence is kept.")
        @Nullable
        Boolean offline) {

    boolean isOffline() {
        return Objects.requireNonNullElse(offline, false);
    }

    Takeover takeover() {
        if (Objects.requireNonNullElse(stopOthers, false)) {
            return Takeover.ofAll();
        }
        return takeOver == null ? Takeover.none() : Takeover.of(takeOver);
    }
}
