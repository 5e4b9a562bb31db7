package io.streamverse.server.storefront;

import io.streamverse.server.access.OfferedTier;
import io.streamverse.server.access.TierText;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Schema(description = "What a viewer may have, lowest first.")
record AppTier(
        @Schema(example = "premium") String name,
        @Schema(description = "By language, as BCP 47.") Map<String, TierText> texts,

        @Schema(description = "Lines of the picture at most; none: all.") @Nullable
        Integer maximumHeight,

        @Schema(description = "Screens at once.") int streams) {
    static AppTier of(OfferedTier it) {
        return new AppTier(
                it.tier().name(),
                it.texts(),
                it.tier().maximumHeight(),
                it.tier().streams());
    }
}
