package io.streamverse.server.playback;

import io.micronaut.core.annotation.Introspected;
import io.streamverse.server.manifests.Player;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

@Introspected
@Schema(name = "PlaybackDevice", description = "What plays, and what it can.")
record DeviceBody(
        @Schema(description = "The same at each start on this device.", example = "d-7f0c")
        @NotNull
        @Size(min = 1, max = 120)
        String id,

        @Schema(description = "As its owner knows it.", example = "Living room") @NotNull @Size(min = 1, max = 120)
        String name,

        @NotNull DeviceKind kind,

        @Schema(
                description = "What it decodes: `h264`, `hevc`, `vp9`, `av1`, or codecs strings such as"
                        + " `avc1.640028`. Not said: `h264`.",
                example = "[\"h264\",\"hevc\"]")
        @Nullable
        @Size(max = 40)
        List<@NotNull @Size(max = 80) String> codecs,

        @Schema(
                description =
                        "Key systems that it has: `clearkey`, `widevine`, `playready`, `fairplay`. Not said: none.",
                example = "[\"clearkey\"]")
        @Nullable
        @Size(max = 10)
        List<@NotNull @Size(max = 80) String> drm,

        @Schema(description = "Not said: `other`.") @Nullable
        PlayerName player) {

    Capabilities capabilities() {
        return new Capabilities(
                player == null ? Player.OTHER : player.player(),
                codecs == null ? Set.of(Codecs.COMMON) : Codecs.names(codecs),
                drm == null ? Set.of() : Codecs.keySystems(drm));
    }
}
