package io.streamverse.media.manifest;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// Writes XML. Names are ours; values may be anything, and what XML cannot hold is left out.
final class Xml {
    private final StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private final Deque<String> open = new ArrayDeque<>();
    private boolean inTag;

    Xml open(String name) {
        endTag();
        text.append('<').append(name);
        open.push(name);
        inTag = true;
        return this;
    }

    /// Of the element just opened; nothing where there is no value.
    Xml with(String name, @Nullable Object value) {
        if (value != null) {
            text.append(' ').append(name).append("=\"");
            escape(value.toString());
            text.append('"');
        }
        return this;
    }

    Xml close() {
        var name = open.pop();
        if (inTag) {
            text.append("/>\n");
            inTag = false;
        } else {
            text.append("</").append(name).append(">\n");
        }
        return this;
    }

    /// Text ends the element.
    Xml closeWith(String content) {
        text.append('>');
        escape(content);
        text.append("</").append(open.pop()).append(">\n");
        inTag = false;
        return this;
    }

    private void endTag() {
        if (inTag) {
            text.append(">\n");
            inTag = false;
        }
    }

    private void escape(String value) {
        value.codePoints().forEach(this::escape);
    }

    private void escape(int character) {
        switch (character) {
            case '<' -> text.append("&lt;");
            case '>' -> text.append("&gt;");
            case '&' -> text.append("&amp;");
            case '"' -> text.append("&quot;");
            case '\'' -> text.append("&apos;");
            default -> {
                if (isAllowed(character)) {
                    text.appendCodePoint(character);
                }
            }
        }
    }

    private static boolean isAllowed(int character) {
        return character >= 0x20
                && Character.getType(character) != Character.CONTROL
                && Character.getType(character) != Character.SURROGATE
                && character != 0xfffe
                && character != 0xffff;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
