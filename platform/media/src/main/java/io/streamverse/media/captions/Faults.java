package io.streamverse.media.captions;

import java.util.ArrayList;
import java.util.List;

/// Collects what is wrong, up to as much as anybody wants to read.
final class Faults {
    private static final int MOST = 20;
    private final List<CaptionFault> found = new ArrayList<>();

    void add(int line, String detail) {
        if (found.size() < MOST) {
            found.add(new CaptionFault(line, detail));
        }
    }

    boolean isFull() {
        return found.size() == MOST;
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new BrokenCaptions(found);
        }
    }

    static BrokenCaptions of(int line, String detail) {
        return new BrokenCaptions(List.of(new CaptionFault(line, detail)));
    }
}
