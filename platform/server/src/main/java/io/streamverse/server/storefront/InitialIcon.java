package io.streamverse.server.storefront;

import io.streamverse.server.branding.Palette;

/// For a brand without an icon: the first letter of its name on its colour, drawn by us and so without surprises.
final class InitialIcon {
    static final String PATH = "/viewer/v1/app/icon.svg";

    private InitialIcon() {}

    static String of(String name, Palette palette) {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">\
                <rect width="64" height="64" rx="14" fill="%s"/>\
                <text x="32" y="46" font-family="system-ui, sans-serif" font-size="40" font-weight="700" \
                text-anchor="middle" fill="%s">%s</text></svg>
                """.formatted(palette.primary(), palette.onPrimary(), initial(name));
    }

    private static String initial(String name) {
        var first =
                name.codePoints().filter(Character::isLetterOrDigit).findFirst().orElse('•');
        return Character.toString(Character.toUpperCase(first));
    }
}
