package io.streamverse.server.drm;

import io.micronaut.core.annotation.Introspected;
import io.streamverse.media.protection.KeyTier;
import io.streamverse.server.providers.Hdcp;
import io.streamverse.server.providers.Robustness;
import io.streamverse.server.providers.TierRule;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

@Introspected
@Schema(name = "DrmSettings", description = "What licences of this environment demand.")
record DrmSettings(
        @NotNull @Valid TierRule audio,

        @Schema(description = "Pictures up to 576 lines.") @NotNull @Valid
        TierRule sd,

        @Schema(description = "Pictures up to 1080 lines.") @NotNull @Valid
        TierRule hd,

        @Schema(description = "Pictures of more than 1080 lines.") @NotNull @Valid
        TierRule uhd,

        @Schema(description = "Whether players may have keys in the clear, which protects against nobody who tries.")
        boolean clearKey,

        @Schema(description = "A kept licence lasts so long after playing began.") @Min(1) @Max(8_760)
        int playWithinHours,

        @Schema(
                description =
                        "Whether packagers may ask for keys over SPEKE without a certificate to encrypt them for.")
        boolean spekeClearKeys,

        @Schema(description = "For whom keys may be exported.", requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        @Size(max = 20)
        List<@NotNull @Valid CpixRecipient> recipients) {
    private static final int OFFLINE_DAYS = 30;

    DrmSettings {
        recipients = List.copyOf(Objects.requireNonNullElse(recipients, List.of()));
    }

    static DrmSettings first() {
        var loose = new TierRule(Hdcp.NONE, Robustness.SOFTWARE_CRYPTO, OFFLINE_DAYS);
        return new DrmSettings(
                loose,
                loose,
                new TierRule(Hdcp.V1, Robustness.SOFTWARE_DECODE, OFFLINE_DAYS),
                new TierRule(Hdcp.V2_2, Robustness.HARDWARE_ALL, OFFLINE_DAYS),
                true,
                48,
                false,
                List.of());
    }

    /// What is not encrypted at all may be kept as long as HD.
    Keep keep(Set<KeyTier> tiers) {
        var days = tiers.stream().mapToInt(it -> rule(it).offlineDays()).min().orElse(hd.offlineDays());
        return new Keep(days, playWithinHours);
    }

    /// What was encrypted before keys had tiers demands what HD does.
    TierRule rule(@Nullable KeyTier tier) {
        return switch (tier) {
            case AUDIO -> audio;
            case SD -> sd;
            case HD -> hd;
            case UHD -> uhd;
            case null -> hd;
        };
    }
}
