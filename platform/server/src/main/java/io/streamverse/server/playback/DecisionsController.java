package io.streamverse.server.playback;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.kernel.security.RequiredScope;
import io.streamverse.kernel.security.Scope;
import io.streamverse.server.manifests.Player;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

@Controller("/v1/playback-decisions")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Playback")
class DecisionsController {
    private static final String TERRITORY = "[A-Za-z]{2}";
    private final Explaining explaining;

    DecisionsController(Explaining explaining) {
        this.explaining = explaining;
    }

    @Get
    @RequiredScope(Scope.PLAYBACK_READ)
    @Operation(
            operationId = "explainPlaybackDecision",
            summary = "Why a viewer may or may not play a title now, step by step; nothing is started")
    DecisionResponse explain(
            @QueryValue String titleId,
            @Parameter(description = "Not said: one who is signed out.") @QueryValue @Nullable String viewerId,
            @Parameter(description = "The viewer's first one where not said.") @QueryValue @Nullable String profileId,
            @Parameter(description = "ISO 3166-1 alpha-2; not said: unknown.")
                    @QueryValue
                    @Nullable
                    @Pattern(regexp = TERRITORY, message = "two letters, as ISO 3166-1 has them")
                    String territory,
            @Parameter(description = "Codecs and key systems of the device, with commas: `h264,hevc,widevine`.")
                    @QueryValue
                    @Nullable
                    @Size(max = 500)
                    String device,
            @Parameter(description = "Whether the device is to keep it.") @QueryValue(defaultValue = "false")
                    boolean offline) {
        return explaining.explain(new Question(
                titleId,
                viewerId,
                profileId,
                null,
                null,
                territory == null ? null : territory.toUpperCase(Locale.ROOT),
                device == null ? null : capabilities(device),
                offline));
    }

    private static Capabilities capabilities(String device) {
        var words = List.of(device.split(",", -1));
        var codecs = Codecs.names(words);
        return new Capabilities(
                Player.OTHER, codecs.isEmpty() ? Set.of(Codecs.COMMON) : codecs, Codecs.keySystems(words));
    }
}
