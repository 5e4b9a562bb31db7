package io.streamverse.media.captions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The captions of one language, in the order in which they show.
public record Captions(List<Cue> cues) {
    public static final int MOST_BYTES = 8 << 20;
    public static final int MOST_CUES = 50_000;

    public Captions {
        cues = List.copyOf(cues);
    }

    /// Throws `BrokenCaptions`, with lines, where the file is not what it should be.
    public static Captions read(byte[] file, Format format) {
        if (file.length > MOST_BYTES) {
            throw Faults.of(0, "is longer than %d bytes".formatted(MOST_BYTES));
        }
        var text = Decoding.text(file, format);
        int zero = text.indexOf('\0');
        if (zero >= 0) {
            throw Faults.of(
                    1 + (int) text.chars().limit(zero).filter(it -> it == '\n').count(), "is not text");
        }
        var cues = new ArrayList<>(new CaptionReader(text, format).read());
        cues.sort(Comparator.comparingLong(Cue::startMs));
        return new Captions(cues);
    }

    /// Later by so much, or earlier; what would end before moment 0 is gone, what would begin before it begins there.
    public Captions shift(long byMs) {
        return new Captions(cues.stream()
                .filter(cue -> cue.endMs() + byMs > 0)
                .map(cue -> new Cue(Math.max(0, cue.startMs() + byMs), cue.endMs() + byMs, cue.settings(), cue.text()))
                .toList());
    }

    /// As WebVTT, always the same for the same cues.
    public String webVtt() {
        var out = new StringBuilder("WEBVTT\n");
        for (var cue : cues) {
            out.append('\n').append(Timing.write(cue.startMs())).append(" --> ").append(Timing.write(cue.endMs()));
            if (!cue.settings().isEmpty()) {
                out.append(' ').append(cue.settings());
            }
            out.append('\n').append(cue.text()).append('\n');
        }
        return out.toString();
    }
}
