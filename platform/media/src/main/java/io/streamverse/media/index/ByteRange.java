package io.streamverse.media.index;

/// Of a track's media file.
public record ByteRange(long from, long bytes) {
    static final long MOST = 1L << 53;

    public ByteRange {
        if (from < 0 || bytes < 0 || from > MOST || bytes > MOST) {
            throw new IllegalArgumentException("No range of %d bytes from %d".formatted(bytes, from));
        }
    }

    /// The first byte behind it.
    public long end() {
        return from + bytes;
    }

    /// As HTTP and DASH write it: both ends included.
    @Override
    public String toString() {
        return from + "-" + (end() - 1);
    }
}
