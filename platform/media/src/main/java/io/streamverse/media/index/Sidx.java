package io.streamverse.media.index;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// The `sidx` of a rendition: one reference per segment.
final class Sidx {
    private static final int REFERENCE = 12;
    private final ByteBuffer references;
    private final int count;
    private final long offset;
    private final long time;

    Sidx(@Nullable Box box, long end, long timescale) {
        if (box == null) {
            throw new BrokenCmaf("There is no sidx");
        }
        var body = box.from(8);
        if (Integer.toUnsignedLong(body.getInt()) != timescale) {
            throw new BrokenCmaf("The timescale of sidx is not the track's");
        }
        boolean wide = box.version() != 0;
        time = wide ? body.getLong() : Integer.toUnsignedLong(body.getInt());
        offset = Math.addExact(end, wide ? body.getLong() : Integer.toUnsignedLong(body.getInt()));
        body.getShort();
        count = Short.toUnsignedInt(body.getShort());
        references = body.slice();
    }

    int count() {
        return count;
    }

    /// Of the first segment.
    long offset() {
        return offset;
    }

    long time() {
        return time;
    }

    long bytes(int number) {
        int word = references.getInt(REFERENCE * number);
        if (word < 0) {
            throw new BrokenCmaf("sidx refers to another sidx");
        }
        return word;
    }

    long duration(int number) {
        return Integer.toUnsignedLong(references.getInt(REFERENCE * number + 4));
    }
}
