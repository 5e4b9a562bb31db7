package io.streamverse.server.branding;

import io.swagger.v3.oas.annotations.media.Schema;

@Schema(name = "ThemePalette", description = "Colours as `#rrggbb`.")
public record Palette(
        String background,

        @Schema(description = "Of cards and fields, a little off the background.")
        String surface,

        @Schema(description = "Of what lies above, such as menus.")
        String raised,

        @Schema(description = "Around fields and between things.")
        String line,

        String text,
        @Schema(description = "Of lesser text.") String muted,

        @Schema(description = "The brand's own, as ground of what matters most.")
        String primary,

        @Schema(description = "Text on `primary`.") String onPrimary,

        @Schema(description = "The brand's own where it is text, or marks what is in focus.")
        String accent,

        @Schema(description = "Text that says what went wrong.")
        String danger) {
    private static final double TEXT = 4.5;
    private static final double SHAPE = 3;
    private static final Color RED = Color.of("#e5484d");

    static Palette of(Color primary, Color background) {
        var ink = background.ink();
        var raised = background.mixed(ink, 0.12);
        var muted = background.mixed(ink, 0.55).readableOn(raised, TEXT, ink);
        return new Palette(
                background.hex(),
                background.mixed(ink, 0.06).hex(),
                raised.hex(),
                background.mixed(ink, 0.3).readableOn(background, SHAPE, ink).hex(),
                background.mixed(ink, 0.94).hex(),
                muted.hex(),
                primary.hex(),
                primary.ink().hex(),
                primary.readableOn(raised, TEXT, ink).hex(),
                RED.readableOn(raised, TEXT, ink).hex());
    }
}
