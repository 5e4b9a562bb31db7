package io.streamverse.media.captions;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A cue's text, piece by piece: WebVTT's own tags are written anew from what they say, all else that looks like one
/// is dropped, and every character that is left is escaped. So nothing passes that could be taken for HTML.
final class Markup {
    private static final Pattern TAG =
            Pattern.compile("(b|i|u|c|v|lang|ruby|rt)((?:\\.[A-Za-z0-9_-]{1,40}){0,8})(?:[ \t\n]+([^<>&]{1,200}))?");
    private static final Pattern TIME = Pattern.compile("(?:[0-9]{2,4}:)?[0-5][0-9]:[0-5][0-9]\\.[0-9]{3}");
    private static final Pattern ENTITY =
            Pattern.compile("&(amp|lt|gt|nbsp|lrm|rlm|quot|apos|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});");
    private static final Map<String, String> NAMED = Map.of(
            "amp", "&", "lt", "<", "gt", ">", "nbsp", "\u00a0", "lrm", "\u200e", "rlm", "\u200f", "quot", "\"", "apos",
            "'");
    private final String in;
    private final Format format;
    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();
    private int at;

    private Markup(String in, Format format) {
        this.in = in;
        this.format = format;
    }

    static String clean(String text, Format format) {
        return new Markup(text, format).run();
    }

    private String run() {
        while (at < in.length()) {
            switch (in.charAt(at)) {
                case '<' -> tag();
                case '{' -> override();
                case '&' -> entity();
                default -> escape(in.codePointAt(at));
            }
        }
        while (!open.isEmpty()) {
            close(open.peek());
        }
        return out.toString()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /// What Substation Alpha knows and players of SRT have learned: `{\\an8}`.
    private void override() {
        int end = format == Format.SRT && in.startsWith("{\\", at) ? in.indexOf('}', at) : -1;
        if (end < 0) {
            escape('{');
        } else {
            at = end + 1;
        }
    }

    private void tag() {
        int end = at + 1;
        while (end < in.length() && in.charAt(end) != '<' && in.charAt(end) != '>') {
            end++;
        }
        var body = in.substring(at + 1, end);
        if (end == in.length() || in.charAt(end) == '<' || !isMeant(body)) {
            escape('<');
            return;
        }
        at = end + 1;
        if (body.startsWith("/")) {
            close(body.substring(1).strip());
        } else if (format == Format.VTT && TIME.matcher(body).matches()) {
            out.append('<').append(body).append('>');
        } else {
            open(body);
        }
    }

    /// `a < b > c` is arithmetic, not a tag.
    private static boolean isMeant(String body) {
        return !body.isEmpty() && (Character.isLetterOrDigit(body.charAt(0)) || "/!?.".indexOf(body.charAt(0)) >= 0);
    }

    private void open(String body) {
        var tag = TAG.matcher(body.strip());
        if (!tag.matches()) {
            return;
        }
        var name = tag.group(1);
        var note = tag.group(3);
        if (note != null && !name.equals("v") && !name.equals("lang")) {
            return;
        }
        out.append('<').append(name).append(tag.group(2));
        if (note != null) {
            out.append(' ').append(note.replaceAll("\\s+", " ").strip());
        }
        out.append('>');
        open.push(name);
    }

    private void close(String name) {
        if (!open.contains(name)) {
            return;
        }
        String closed;
        do {
            closed = open.pop();
            out.append("</").append(closed).append('>');
        } while (!closed.equals(name));
    }

    private void entity() {
        var entity = ENTITY.matcher(in).region(at, in.length());
        if (!entity.lookingAt()) {
            escape('&');
            return;
        }
        int next = entity.end();
        meaning(entity.group(1)).codePoints().forEach(this::escape);
        at = next;
    }

    private static String meaning(String entity) {
        if (!entity.startsWith("#")) {
            return NAMED.getOrDefault(entity, "");
        }
        int code = entity.startsWith("#x")
                ? Integer.parseInt(entity, 2, entity.length(), 16)
                : Integer.parseInt(entity, 1, entity.length(), 10);
        boolean text = Character.isValidCodePoint(code)
                && !Character.isISOControl(code)
                && Character.getType(code) != Character.SURROGATE;
        return text ? Character.toString(code) : "";
    }

    private void escape(int character) {
        switch (character) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            default -> out.appendCodePoint(character);
        }
        at += Character.charCount(character);
    }
}
