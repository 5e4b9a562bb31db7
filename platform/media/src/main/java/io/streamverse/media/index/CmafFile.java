package io.streamverse.media.index;

import io.streamverse.media.source.FrameRate;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a rendition in one file, `ftyp moov sidx (moof mdat)*`, as a track of the index: its samples stay unread.
public final class CmafFile {
    private static final int HEAD = 16;
    private static final int MOST = 16 << 20;
    private static final int MOST_BOXES = 4096;
    private static final Set<String> BEFORE_MOOF = Set.of("styp", "prft", "emsg", "free", "skip", "sidx");

    private final FileChannel file;
    private final long length;
    private long initEnd;
    private long sidxEnd;
    private @Nullable Box moov;
    private @Nullable Box sidx;

    private CmafFile(FileChannel file) throws IOException {
        this.file = file;
        this.length = file.size();
    }

    /// `track` is the id it gets, `language` is BCP 47. The object key is not known yet: `IndexTrack.in` adds it.
    /// Throws `BrokenCmaf` where the file is not what it should be.
    public static IndexTrack read(Path media, String track, String language) throws IOException {
        try (var file = FileChannel.open(media, StandardOpenOption.READ)) {
            return new CmafFile(file).track(track, language);
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            throw new BrokenCmaf("A box ends too early", e);
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw new BrokenCmaf("The file contradicts itself: " + e.getMessage(), e);
        }
    }

    private IndexTrack track(String id, String language) throws IOException {
        var movie = heads();
        var trak = movie.child("trak");
        var media = trak.child("mdia");
        var entry = SampleEntry.of(media.child("minf", "stbl", "stsd"));
        var defaults = Fragment.Defaults.of(movie.child("mvex", "trex"));
        long timescale = timescale(media.child("mdhd"));
        var references = new Sidx(sidx, sidxEnd, timescale);
        var segments = Segments.from(0, references.offset(), references.time());
        long at = references.offset();
        long frame = defaults.duration();
        for (int i = 0; i < references.count(); i++) {
            long bytes = references.bytes(i);
            var moof = moof(at, bytes, defaults);
            frame = i == 0 ? moof.duration() : frame;
            segments.add(bytes, references.duration(i), entry.isPicture() ? iFrame(moof, at, bytes) : 0);
            at += bytes;
        }
        if (at != length) {
            throw new BrokenCmaf("The segments end at %d, the file at %d".formatted(at, length));
        }
        var info = new TrackInfo(
                id,
                entry.content(entry.isPicture() ? frameRate(timescale, frame) : new FrameRate(1, 1)),
                entry.codecs(),
                language,
                timescale,
                new ByteRange(0, initEnd),
                entry.encryption(),
                "");
        return new IndexTrack(info, segments.build());
    }

    /// Up to `sidx`, behind which the segments begin.
    private Box heads() throws IOException {
        long at = 0;
        for (int i = 0; sidx == null; i++) {
            var head = head(at);
            if (i == 0 && !head.type.equals("ftyp")) {
                throw new BrokenCmaf("The file does not begin with ftyp");
            }
            if (i > MOST_BOXES || head.type.equals("moof") || head.type.equals("mdat")) {
                throw new BrokenCmaf("There is no sidx before the segments");
            }
            switch (head.type) {
                case "moov" -> {
                    moov = load(at, head);
                    initEnd = at + head.bytes;
                }
                case "sidx" -> sidx = load(at, head);
                default -> {}
            }
            at += head.bytes;
        }
        sidxEnd = at;
        if (moov == null) {
            throw new BrokenCmaf("There is no moov before sidx");
        }
        return moov;
    }

    private Fragment moof(long start, long bytes, Fragment.Defaults defaults) throws IOException {
        long end = start + bytes;
        Fragment first = null;
        long at = start;
        for (int i = 0; at < end; i++) {
            var head = head(at);
            if (i > MOST_BOXES || head.bytes > end - at) {
                throw new BrokenCmaf(
                        "Boxes do not end where the segment of %d bytes at %d does".formatted(bytes, start));
            }
            if (first == null && head.type.equals("moof")) {
                first = new Fragment(load(at, head), at, defaults);
            } else if (first == null && !BEFORE_MOOF.contains(head.type)) {
                throw new BrokenCmaf("The segment at %d begins with %s".formatted(start, head.type));
            }
            at += head.bytes;
        }
        if (first == null) {
            throw new BrokenCmaf("The segment at %d holds nothing".formatted(start));
        }
        return first;
    }

    private static long iFrame(Fragment moof, long start, long bytes) {
        long end = moof.endOfPicture();
        if (end == 0) {
            return 0;
        }
        if (end <= start || end > start + bytes) {
            throw new BrokenCmaf("The first picture is not in its segment at " + start);
        }
        return end - start;
    }

    private static long timescale(Box mdhd) {
        return Integer.toUnsignedLong(mdhd.body().getInt(mdhd.version() == 1 ? 20 : 12));
    }

    private static FrameRate frameRate(long timescale, long frame) {
        if (frame == 0) {
            throw new BrokenCmaf("Frames last no time");
        }
        long a = timescale;
        long b = frame;
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        return new FrameRate(Math.toIntExact(timescale / a), Math.toIntExact(frame / a));
    }

    private record Head(String type, int length, long bytes) {}

    private Head head(long at) throws IOException {
        if (at < 0 || at > length - 8) {
            throw new BrokenCmaf("The file ends before a box at " + at);
        }
        var bytes = bytes(at, (int) Math.min(HEAD, length - at));
        long size = Integer.toUnsignedLong(bytes.getInt());
        var type = Box.type(bytes);
        if (size == 1) {
            size = bytes.getLong();
        }
        if (size < bytes.position() || size > length - at) {
            throw new BrokenCmaf("Box %s of %d bytes at %d does not fit in the file".formatted(type, size, at));
        }
        return new Head(type, bytes.position() == HEAD ? HEAD : 8, size);
    }

    private Box load(long at, Head head) throws IOException {
        if (head.bytes > MOST) {
            throw new BrokenCmaf("Box %s has %d bytes".formatted(head.type, head.bytes));
        }
        return new Box(head.type, bytes(at + head.length, (int) head.bytes - head.length));
    }

    private ByteBuffer bytes(long at, int count) throws IOException {
        var bytes = ByteBuffer.allocate(count);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, at + bytes.position()) < 0) {
                throw new BrokenCmaf("The file ends too early");
            }
        }
        return bytes.flip().slice();
    }
}
