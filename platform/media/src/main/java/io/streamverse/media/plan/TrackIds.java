package io.streamverse.media.plan;

import java.util.HashSet;
import java.util.Set;

/// Hands out each name once; who comes second gets a number.
final class TrackIds {
    private final Set<String> taken = new HashSet<>();

    String unique(String wanted) {
        var id = wanted;
        for (int number = 2; !taken.add(id); number++) {
            id = wanted + "-" + number;
        }
        return id;
    }
}
