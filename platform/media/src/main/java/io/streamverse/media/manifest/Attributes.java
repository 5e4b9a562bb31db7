package io.streamverse.media.manifest;

/// An attribute list of HLS. Quoted strings hold no quote and no line break, so what people typed stays where it is.
final class Attributes {
    private final StringBuilder text;
    private boolean any;

    Attributes(String tag) {
        text = new StringBuilder(tag).append(':');
    }

    Attributes with(String name, Object value) {
        text.append(any ? "," : "").append(name).append('=').append(value);
        any = true;
        return this;
    }

    Attributes quoted(String name, String value) {
        return with(name, '"' + harmless(value) + '"');
    }

    private static String harmless(String value) {
        var harmless = new StringBuilder(value.length());
        value.codePoints().map(Attributes::harmless).forEach(harmless::appendCodePoint);
        return harmless.toString();
    }

    private static int harmless(int character) {
        if (character == '"') {
            return '\'';
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> ' ';
            default -> character;
        };
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
