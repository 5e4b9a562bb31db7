package io.streamverse.media.index;

import java.util.Arrays;
import java.util.Objects;

/// The segments `[first, end)` of a track, one behind the other in its file and in time. Three numbers each, and an
/// anchor every 16: 13 bytes a segment, and any of them is found with 15 additions at most.
public final class Segments {
    public static final int MOST = 1 << 20;
    private static final int BLOCK = 16;
    private static final int CELL = 3;
    private static final int SIZE = 0;
    private static final int DURATION = 1;
    private static final int I_FRAME = 2;
    private static final long UNSIGNED = 0xffff_ffffL;

    private final int origin;
    private final int first;
    private final int end;
    private final int[] cells;
    private final long[] anchors;

    private Segments(int origin, int first, int end, int[] cells, long[] anchors) {
        this.origin = origin;
        this.first = first;
        this.end = end;
        this.cells = cells;
        this.anchors = anchors;
    }

    /// None yet: the first will have this number, begin at this byte, and at this time.
    public static Builder from(int number, long offset, long time) {
        return new Builder(number, offset, time);
    }

    public int first() {
        return first;
    }

    /// The number that the next one would have.
    public int end() {
        return end;
    }

    public int count() {
        return end - first;
    }

    public boolean isEmpty() {
        return count() == 0;
    }

    public long bytes(int number) {
        return cell(demand(number), SIZE);
    }

    /// In units of the track's timescale, as are all times here.
    public long duration(int number) {
        return cell(demand(number), DURATION);
    }

    /// How many bytes from the segment's first one on show its first picture; 0 where there is none.
    public long iFrameBytes(int number) {
        return cell(demand(number), I_FRAME);
    }

    public ByteRange range(int number) {
        return new ByteRange(sum(demand(number), SIZE), cell(number - origin, SIZE));
    }

    public ByteRange iFrame(int number) {
        return new ByteRange(sum(demand(number), SIZE), cell(number - origin, I_FRAME));
    }

    /// When it begins; with `end()`, when all is over.
    public long time(int number) {
        return number == end ? sum(end - origin, DURATION) : sum(demand(number), DURATION);
    }

    public long duration() {
        return time(end) - time(first);
    }

    public long bytes() {
        return sum(end - origin, SIZE) - sum(first - origin, SIZE);
    }

    /// Where the next one would begin.
    long nextOffset() {
        return sum(end - origin, SIZE);
    }

    long firstOffset() {
        return sum(first - origin, SIZE);
    }

    /// The number of the segment that shows what is on at this time; the nearest where that is before or after all.
    public int at(long time) {
        if (isEmpty()) {
            throw new IllegalArgumentException("There are no segments");
        }
        int low = first;
        int high = end - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (time(middle) <= time) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /// A view of `[from, to)`; numbers, bytes and times stay what they are.
    public Segments slice(int from, int to) {
        if (from < first || to > end || from > to) {
            throw new IllegalArgumentException("[%d, %d) is not in [%d, %d)".formatted(from, to, first, end));
        }
        return new Segments(origin, from, to, cells, anchors);
    }

    /// These and more; what a slice left out does not come along.
    public Builder and() {
        var more = from(first, firstOffset(), time(first));
        for (int number = first; number < end; number++) {
            more.add(bytes(number), duration(number), iFrameBytes(number));
        }
        return more;
    }

    private int demand(int number) {
        if (number < first || number >= end) {
            throw new IndexOutOfBoundsException("Segment %d is not in [%d, %d)".formatted(number, first, end));
        }
        return number - origin;
    }

    private long cell(int cell, int field) {
        return cells[CELL * cell + field] & UNSIGNED;
    }

    private long sum(int cell, int field) {
        int block = cell / BLOCK;
        long sum = anchors[2 * block + field];
        for (int i = block * BLOCK; i < cell; i++) {
            sum += cell(i, field);
        }
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Segments it
                && first == it.first
                && end == it.end
                && firstOffset() == it.firstOffset()
                && time(first) == it.time(first)
                && Arrays.equals(cells, from(), to(), it.cells, it.from(), it.to());
    }

    private int from() {
        return CELL * (first - origin);
    }

    private int to() {
        return CELL * (end - origin);
    }

    @Override
    public int hashCode() {
        return Objects.hash(first, end, bytes(), duration());
    }

    @Override
    public String toString() {
        return "segments [%d, %d), %d bytes from %d".formatted(first, end, bytes(), firstOffset());
    }

    public static final class Builder {
        private final int origin;
        private int count;
        private int[] cells = new int[CELL * BLOCK];
        private long[] anchors = new long[4];
        private long offset;
        private long time;

        private Builder(int origin, long offset, long time) {
            if (origin < 0 || offset < 0 || offset > ByteRange.MOST || time < 0 || time > ByteRange.MOST) {
                throw new IllegalArgumentException("No segment %d begins at %d, %d".formatted(origin, offset, time));
            }
            this.origin = origin;
            this.offset = offset;
            this.time = time;
            anchors[SIZE] = offset;
            anchors[DURATION] = time;
        }

        public Builder add(long bytes, long duration, long iFrameBytes) {
            if (bytes < 1 || bytes > UNSIGNED || duration < 1 || duration > UNSIGNED) {
                throw new IllegalArgumentException("No segment has %d bytes and lasts %d".formatted(bytes, duration));
            }
            if (iFrameBytes < 0 || iFrameBytes > bytes) {
                throw new IllegalArgumentException("%d of %d bytes for a picture".formatted(iFrameBytes, bytes));
            }
            if (count >= MOST || origin > Integer.MAX_VALUE - count - 1) {
                throw new IllegalArgumentException("Too many segments");
            }
            append((int) bytes, (int) duration, (int) iFrameBytes);
            offset += bytes;
            time += duration;
            if (count % BLOCK == 0) {
                anchor();
            }
            return this;
        }

        private void append(int bytes, int duration, int iFrameBytes) {
            if (CELL * count == cells.length) {
                cells = Arrays.copyOf(cells, 2 * cells.length);
            }
            cells[CELL * count + SIZE] = bytes;
            cells[CELL * count + DURATION] = duration;
            cells[CELL * count + I_FRAME] = iFrameBytes;
            count++;
        }

        private void anchor() {
            int at = 2 * (count / BLOCK);
            if (at + 2 > anchors.length) {
                anchors = Arrays.copyOf(anchors, 2 * anchors.length);
            }
            anchors[at + SIZE] = offset;
            anchors[at + DURATION] = time;
        }

        int next() {
            return origin + count;
        }

        public Segments build() {
            return new Segments(
                    origin,
                    origin,
                    origin + count,
                    Arrays.copyOf(cells, CELL * count),
                    Arrays.copyOf(anchors, 2 * (count / BLOCK + 1)));
        }
    }
}
