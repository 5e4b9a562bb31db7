package io.streamverse.media.captions;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// One file, cue by cue, on the lookout for what is wrong with it.
final class CaptionReader {
    private static final Pattern HEADER = Pattern.compile("WEBVTT([ \t].*)?");
    private static final Pattern ASIDE = Pattern.compile("(NOTE|STYLE|REGION)([ \t].*)?");
    private static final Pattern NUMBER = Pattern.compile("[ \t]*[0-9]+[ \t]*");
    private static final int MOST_CHARACTERS = 1000;
    private static final int MOST_LINES = 20;
    private final Lines in;
    private final Format format;
    private final Faults faults = new Faults();
    private final List<Cue> cues = new ArrayList<>();

    CaptionReader(String text, Format format) {
        this.in = new Lines(text);
        this.format = format;
    }

    List<Cue> read() {
        header();
        in.skipEmpty();
        while (in.hasNext() && !faults.isFull()) {
            cue();
            in.skipEmpty();
        }
        if (cues.isEmpty()) {
            faults.add(0, "holds no cues");
        }
        faults.throwIfAny();
        return List.copyOf(cues);
    }

    private void header() {
        if (format == Format.SRT) {
            return;
        }
        if (!HEADER.matcher(in.peek()).matches()) {
            throw Faults.of(1, "must be WEBVTT");
        }
        in.read();
        while (in.hasNext() && !in.peek().isBlank() && !Timing.isMeant(in.peek())) {
            in.read();
        }
    }

    private void cue() {
        if (format == Format.VTT && ASIDE.matcher(in.peek()).matches()) {
            in.block();
            return;
        }
        var line = in.read();
        if (!Timing.isMeant(line) && Timing.isMeant(in.peek())) {
            line = in.read();
        }
        int number = in.number();
        var timing = Timing.read(line, format);
        var text = text(number);
        if (timing == null) {
            faults.add(number, Timing.isMeant(line) ? "has no times that can be read" : "should be a cue's times");
        } else if (cues.size() == Captions.MOST_CUES) {
            faults.add(number, "is one cue too many: at most " + Captions.MOST_CUES);
        } else {
            add(number, timing, text);
        }
    }

    private void add(int number, Timing timing, String text) {
        if (timing.endMs() <= timing.startMs()) {
            faults.add(number, "ends before it begins");
        }
        if (format == Format.VTT
                && !cues.isEmpty()
                && timing.startMs() < cues.getLast().startMs()) {
            faults.add(number, "begins before the cue above it");
        }
        var clean = Markup.clean(text, format);
        if (!clean.isBlank()) {
            cues.add(new Cue(timing.startMs(), timing.endMs(), Settings.clean(timing.settings()), clean));
        }
    }

    /// What stands under a line of times. In SRT, an empty line may be part of it: only a number and times end it.
    private String text(int cue) {
        var lines = new ArrayList<>(in.block());
        while (format == Format.SRT && in.comes(CaptionReader::isText)) {
            in.skipEmpty();
            lines.addAll(in.block());
        }
        if (lines.stream().anyMatch(Timing::isMeant)) {
            faults.add(cue, "is not followed by an empty line before the next cue");
        }
        if (lines.size() > MOST_LINES || lines.stream().mapToInt(String::length).sum() > MOST_CHARACTERS) {
            faults.add(cue, "has more than %d lines or %d characters".formatted(MOST_LINES, MOST_CHARACTERS));
            return "";
        }
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).chars().anyMatch(it -> Character.isISOControl(it) && it != '\t')) {
                faults.add(cue + 1 + i, "has control characters");
            }
        }
        return String.join("\n", lines);
    }

    private static boolean isText(String line, String below) {
        return !Timing.isMeant(line) && !(NUMBER.matcher(line).matches() && Timing.isMeant(below));
    }
}
