package io.streamverse.server.branding;

import io.swagger.v3.oas.annotations.media.Schema;

@Schema(
        description =
                "All colours of the service, dark and light, made of the two that were chosen. Each text can be read on"
                        + " each ground (WCAG 2, AA), whatever was chosen.")
public record Theme(Palette dark, Palette light) {
    private static final Color NIGHT = Color.of("#0b0d12");
    private static final Color DAY = Color.of("#f7f7f9");
    private static final double DARKEST_DAY = 0.6;
    private static final double LIGHTEST_NIGHT = 0.08;

    static Theme of(Color primary, Color background) {
        var luminance = background.luminance();
        return new Theme(
                Palette.of(primary, luminance <= LIGHTEST_NIGHT ? background : NIGHT),
                Palette.of(primary, luminance >= DARKEST_DAY ? background : DAY));
    }
}
