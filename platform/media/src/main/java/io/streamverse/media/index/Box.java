package io.streamverse.media.index;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A box of an MP4 file in memory: `body` is what stands behind its head. Reading beyond it underflows.
record Box(String type, ByteBuffer body) {
    private static final int HEAD = 8;
    private static final int LARGE = 1;

    /// The next one; what is there is left behind it.
    static Box next(ByteBuffer in) {
        int start = in.position();
        long size = Integer.toUnsignedLong(in.getInt());
        var type = type(in);
        if (size == LARGE) {
            size = in.getLong();
        }
        int head = in.position() - start;
        if (size < head || size - head > in.remaining()) {
            throw new BrokenCmaf("Box %s of %d bytes does not fit where it stands".formatted(type, size));
        }
        var body = in.slice(in.position(), (int) (size - head));
        in.position(in.position() + body.limit());
        return new Box(type, body);
    }

    static String type(ByteBuffer in) {
        var type = new byte[4];
        in.get(type);
        return new String(type, StandardCharsets.ISO_8859_1);
    }

    /// The first child of this type among those that follow at the body's position.
    Optional<Box> find(String wanted) {
        var children = body.duplicate();
        while (children.remaining() >= HEAD) {
            var child = next(children);
            if (child.type.equals(wanted)) {
                return Optional.of(child);
            }
        }
        return Optional.empty();
    }

    Box child(String wanted) {
        return find(wanted).orElseThrow(() -> new BrokenCmaf("There is no %s in %s".formatted(wanted, type)));
    }

    Box child(String first, String... further) {
        var found = child(first);
        for (var wanted : further) {
            found = found.child(wanted);
        }
        return found;
    }

    /// The body from here on, to read without moving this one's position.
    ByteBuffer from(int position) {
        return body.duplicate().position(Math.min(position, body.limit()));
    }

    Box skip(int bytes) {
        return new Box(type, from(bytes).slice());
    }

    /// Version and flags of a full box.
    int versionAndFlags() {
        return body.getInt(0);
    }

    int version() {
        return versionAndFlags() >>> 24;
    }

    int flags() {
        return versionAndFlags() & 0xff_ffff;
    }
}
