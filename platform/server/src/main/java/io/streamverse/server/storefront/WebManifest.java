package io.streamverse.server.storefront;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.core.annotation.Introspected;
import io.streamverse.server.branding.Appearance;
import java.util.List;
import java.util.Objects;

/// What a browser needs to install the service as an app (W3C Web Application Manifest).
@Introspected
record WebManifest(
        String id,
        String name,
        @JsonProperty("short_name") String shortName,
        @JsonProperty("start_url") String startUrl,
        String scope,
        String display,
        @JsonProperty("background_color") String backgroundColor,
        @JsonProperty("theme_color") String themeColor,
        List<Icon> icons) {
    @Introspected
    record Icon(String src, String sizes, String purpose) {}

    static WebManifest of(AppResponse app) {
        var palette = app.appearance() == Appearance.LIGHT
                ? app.theme().light()
                : app.theme().dark();
        var icon = Objects.requireNonNullElse(app.iconUrl(), InitialIcon.PATH);
        return new WebManifest(
                "/",
                app.name(),
                app.name(),
                "/",
                "/",
                "standalone",
                palette.background(),
                palette.background(),
                List.of(new Icon(icon, "any", "any")));
    }
}
