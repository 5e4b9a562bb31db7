package io.streamverse.server.storefront;

import io.streamverse.server.access.OfferedTier;
import io.streamverse.server.branding.Appearance;
import io.streamverse.server.branding.Brand;
import io.streamverse.server.branding.BrandPicture;
import io.streamverse.server.branding.BrandText;
import io.streamverse.server.branding.Corners;
import io.streamverse.server.branding.Theme;
import io.streamverse.server.branding.Typeface;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Schema(name = "ViewerApp", description = "What a viewer's app needs before anything else, signed in or not.")
record AppResponse(
        String name,
        @Schema(description = "By language, as BCP 47.") Map<String, BrandText> texts,

        @Schema(description = "Those the service speaks; the first of them to whoever asks for none of them.")
        List<String> languages,

        Appearance appearance,
        Typeface typeface,
        Corners corners,
        Theme theme,
        @Schema(description = "On this host.") @Nullable String logoUrl,
        @Schema(description = "On this host.") @Nullable String iconUrl,

        @Schema(description = "What may be used: `sign-up`, `profiles`, `search`, `history`.")
        List<String> features,

        List<AppTier> tiers) {
    private static final List<String> FEATURES = List.of("sign-up", "profiles", "search", "history");

    static AppResponse of(Brand brand, List<OfferedTier> tiers) {
        return new AppResponse(
                brand.name(),
                brand.texts(),
                brand.languages(),
                brand.appearance(),
                brand.typeface(),
                brand.corners(),
                brand.theme(),
                path(brand.logo()),
                path(brand.icon()),
                FEATURES,
                tiers.stream().map(AppTier::of).toList());
    }

    private static @Nullable String path(@Nullable BrandPicture picture) {
        return picture == null ? null : picture.path();
    }
}
