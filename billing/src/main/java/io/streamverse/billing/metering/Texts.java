package io.streamverse.billing.metering;

/// Text from outside that goes into the ledger.
final class Texts {
    private Texts() {}

    /// Visible, storable, and of a length that fits: no control characters, no halves of surrogate pairs.
    static boolean sound(String text, int longest) {
        if (text.isBlank() || text.length() > longest) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return text.codePoints().noneMatch(Texts::unsound);
            }
        }
        return true;
    }

    private static boolean unsound(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.FORMAT -> true;
            default -> false;
        };
    }
}
