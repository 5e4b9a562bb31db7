package io.streamverse.media.index;

import java.nio.ByteBuffer;

/// What a `moof` says of its first samples. Defaults are the track's: those of `trex`, which `tfhd` may replace.
final class Fragment {
    private static final int MOST_SAMPLES = 1 << 20;
    private static final int NO_SYNC = 0x1_0000;
    private final long base;
    private final int dataOffset;
    private final int flags;
    private final int firstFlags;
    private final int count;
    private final ByteBuffer samples;
    private final Defaults defaults;

    record Defaults(int duration, int size, int flags) {
        static Defaults of(Box trex) {
            var body = trex.body();
            return new Defaults(body.getInt(12), body.getInt(16), body.getInt(20));
        }

        private Defaults with(ByteBuffer tfhd, int flags) {
            int newDuration = (flags & 0x8) == 0 ? duration : tfhd.getInt();
            int newSize = (flags & 0x10) == 0 ? size : tfhd.getInt();
            return new Defaults(newDuration, newSize, (flags & 0x20) == 0 ? this.flags : tfhd.getInt());
        }
    }

    /// `start` is where the moof begins, in the coordinates that the answers will be in.
    Fragment(Box moof, long start, Defaults trex) {
        var traf = moof.child("traf");
        var head = traf.child("tfhd");
        var tfhd = head.from(8);
        base = (head.flags() & 0x1) == 0 ? start : tfhd.getLong();
        tfhd.position(tfhd.position() + ((head.flags() & 0x2) == 0 ? 0 : 4));
        defaults = trex.with(tfhd, head.flags());
        var run = traf.child("trun");
        flags = run.flags();
        samples = run.from(4);
        count = samples.getInt();
        if (count < 0 || count > MOST_SAMPLES) {
            throw new BrokenCmaf("A fragment of %d samples".formatted(count));
        }
        dataOffset = has(0x1) ? samples.getInt() : 0;
        firstFlags = has(0x4) ? samples.getInt() : defaults.flags;
    }

    long duration() {
        return Integer.toUnsignedLong(
                has(0x100) && count != 0 ? samples.duplicate().getInt() : defaults.duration);
    }

    /// Behind the last byte of the first sample that can be decoded alone; 0 where none can.
    long endOfPicture() {
        var in = samples.duplicate();
        long end = Math.addExact(base, dataOffset);
        for (int i = 0; i < count; i++) {
            skip(in, 0x100);
            end = Math.addExact(end, Integer.toUnsignedLong(has(0x200) ? in.getInt() : defaults.size));
            int sample = i == 0 && has(0x4) ? firstFlags : defaults.flags;
            if (has(0x400)) {
                sample = in.getInt();
            }
            skip(in, 0x800);
            if ((sample & NO_SYNC) == 0) {
                return end;
            }
        }
        return 0;
    }

    private boolean has(int flag) {
        return (flags & flag) != 0;
    }

    private void skip(ByteBuffer in, int flag) {
        if (has(flag)) {
            in.getInt();
        }
    }
}
