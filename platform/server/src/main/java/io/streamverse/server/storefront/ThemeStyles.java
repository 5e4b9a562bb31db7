package io.streamverse.server.storefront;

import io.streamverse.server.branding.Corners;
import io.streamverse.server.branding.Palette;
import io.streamverse.server.branding.Typeface;

/// The brand as custom properties of CSS, so that the first thing painted wears it already.
final class ThemeStyles {
    private ThemeStyles() {}

    static String of(AppResponse app) {
        var shape = "--radius: %s; --font: %s;".formatted(radius(app.corners()), font(app.typeface()));
        var dark = colors(app.theme().dark(), "dark");
        var light = colors(app.theme().light(), "light");
        return switch (app.appearance()) {
            case DARK -> ":root { %s %s }%n".formatted(shape, dark);
            case LIGHT -> ":root { %s %s }%n".formatted(shape, light);
            case AUTO ->
                ":root { %s %s }%n@media (prefers-color-scheme: light) { :root { %s } }%n"
                        .formatted(shape, dark, light);
        };
    }

    private static String colors(Palette it, String scheme) {
        return ("color-scheme: %s; --background: %s; --surface: %s; --raised: %s; --line: %s; --text: %s; --muted: %s;"
                        + " --primary: %s; --on-primary: %s; --accent: %s; --danger: %s;")
                .formatted(
                        scheme,
                        it.background(),
                        it.surface(),
                        it.raised(),
                        it.line(),
                        it.text(),
                        it.muted(),
                        it.primary(),
                        it.onPrimary(),
                        it.accent(),
                        it.danger());
    }

    private static String radius(Corners corners) {
        return switch (corners) {
            case SQUARE -> "0px";
            case SOFT -> "8px";
            case ROUND -> "18px";
        };
    }

    private static String font(Typeface typeface) {
        return switch (typeface) {
            case SANS -> "system-ui, -apple-system, \"Segoe UI\", Roboto, \"Noto Sans\", sans-serif";
            case SERIF -> "ui-serif, Charter, \"Iowan Old Style\", Georgia, \"Noto Serif\", serif";
            case ROUNDED -> "ui-rounded, \"Arial Rounded MT Bold\", Nunito, Quicksand, system-ui, sans-serif";
            case MONO -> "ui-monospace, \"Cascadia Mono\", Menlo, Consolas, \"DejaVu Sans Mono\", monospace";
        };
    }
}
