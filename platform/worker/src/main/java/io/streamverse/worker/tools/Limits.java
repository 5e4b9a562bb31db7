package io.streamverse.worker.tools;

import java.time.Duration;

/// What a run may take. `memory` counts what it writes to, not the files and libraries it maps; `fileBytes` is for each
/// file it writes.
record Limits(Duration time, long memory, long fileBytes, int nice) {
    static final Limits DEFAULT = new Limits(Duration.ofMinutes(10), 4L << 30, 64L << 30, 0);

    Limits time(Duration limit) {
        return new Limits(limit, memory, fileBytes, nice);
    }

    Limits memory(long bytes) {
        return new Limits(time, bytes, fileBytes, nice);
    }

    Limits fileBytes(long bytes) {
        return new Limits(time, memory, bytes, nice);
    }

    Limits nice(int level) {
        return new Limits(time, memory, fileBytes, level);
    }
}
