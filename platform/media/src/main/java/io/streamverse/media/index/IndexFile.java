package io.streamverse.media.index;

import io.streamverse.media.source.FrameRate;
import io.streamverse.media.source.VideoInfo;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// The segment index as bytes: docs/segment-index.md says what each means. A head, then records; whoever appends
/// records has made it grow.
public final class IndexFile {
    static final int SEGMENT_BYTES = 12;
    private static final int MAGIC = 0x53565349;
    private static final int VERSION = 1;
    private static final byte END = 0;
    private static final byte TRACK = 1;
    private static final byte SEGMENTS = 2;
    private static final byte PICTURE = 1;
    private static final byte SOUND = 2;
    private static final byte TEXT = 3;
    private static final int SEGMENTS_HEAD = 6;
    /// A value is written as its place here.
    private static final List<Scheme> SCHEMES = List.of(Scheme.NONE, Scheme.CENC, Scheme.CBCS);

    private static final List<VideoInfo.Range> RANGES =
            List.of(VideoInfo.Range.SDR, VideoInfo.Range.PQ, VideoInfo.Range.HLG);
    private static final HexFormat HEX = HexFormat.of();

    private IndexFile() {}

    public static byte[] write(SegmentIndex index) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(ByteBuffer.allocate(8)
                .putInt(MAGIC)
                .putShort((short) VERSION)
                .putShort((short) 0)
                .array());
        out.writeBytes(growth(new SegmentIndex(List.of(), false), index));
        return out.toByteArray();
    }

    /// What makes the bytes of `before` those of an index that equals `after`, when put behind them. Only what grows
    /// can be told that way: more tracks, more segments, the end.
    public static byte[] growth(SegmentIndex before, SegmentIndex after) {
        if (before.ended() || after.tracks().size() < before.tracks().size()) {
            throw new IllegalArgumentException("An index that ended, or has fewer tracks, did not grow");
        }
        var out = new ByteArrayOutputStream();
        for (int i = 0; i < after.tracks().size(); i++) {
            var track = after.tracks().get(i);
            if (i < before.tracks().size()) {
                segments(out, i, grown(before.tracks().get(i), track));
            } else {
                record(out, TRACK, track(track));
                segments(out, i, track.segments());
            }
        }
        if (after.ended()) {
            record(out, END, end(after));
        }
        return out.toByteArray();
    }

    private static Segments grown(IndexTrack before, IndexTrack after) {
        var old = before.segments();
        var now = after.segments();
        boolean grew = before.info().equals(after.info())
                && old.first() == now.first()
                && old.end() <= now.end()
                && now.slice(old.first(), old.end()).equals(old);
        if (!grew) {
            throw new IllegalArgumentException("Track " + after.id() + " did more than grow");
        }
        return now.slice(old.end(), now.end());
    }

    private static void segments(ByteArrayOutputStream out, int track, Segments segments) {
        if (segments.isEmpty()) {
            return;
        }
        var body = ByteBuffer.allocate(SEGMENTS_HEAD + SEGMENT_BYTES * segments.count());
        body.putShort((short) track).putInt(segments.first());
        for (int number = segments.first(); number < segments.end(); number++) {
            body.putInt((int) segments.bytes(number))
                    .putInt((int) segments.duration(number))
                    .putInt((int) segments.iFrameBytes(number));
        }
        record(out, SEGMENTS, body.array());
    }

    private static byte[] track(IndexTrack track) {
        var info = track.info();
        var body = ByteBuffer.allocate(4096);
        text(body, info.id());
        content(body, info.content());
        text(body, info.codecs());
        text(body, info.language());
        text(body, info.media());
        body.putInt((int) info.timescale());
        body.putLong(info.init().from()).putInt(Math.toIntExact(info.init().bytes()));
        encryption(body, info.encryption());
        body.putInt(track.segments().first());
        body.putLong(track.segments().firstOffset());
        body.putLong(track.segments().time(track.segments().first()));
        return cut(body);
    }

    private static void content(ByteBuffer body, Content content) {
        switch (content) {
            case Content.Picture(var width, var height, var rate, var range) ->
                body.put(PICTURE)
                        .putShort((short) width)
                        .putShort((short) height)
                        .putInt(rate.numerator())
                        .putInt(rate.denominator())
                        .put((byte) RANGES.indexOf(range));
            case Content.Sound(var channels, var rate) ->
                body.put(SOUND).put((byte) channels).putInt(rate);
            case Content.Text() -> body.put(TEXT);
        }
    }

    private static void encryption(ByteBuffer body, Encryption encryption) {
        body.put((byte) SCHEMES.indexOf(encryption.scheme()));
        bytes(body, encryption.keyId());
        bytes(body, encryption.iv());
    }

    private static byte[] end(SegmentIndex index) {
        long segments =
                index.tracks().stream().mapToLong(it -> it.segments().count()).sum();
        return ByteBuffer.allocate(6)
                .putShort((short) index.tracks().size())
                .putInt((int) segments)
                .array();
    }

    private static void text(ByteBuffer body, String text) {
        var bytes = text.getBytes(StandardCharsets.US_ASCII);
        body.putShort((short) bytes.length).put(bytes);
    }

    private static void bytes(ByteBuffer body, @Nullable String hex) {
        var bytes = hex == null ? new byte[0] : HEX.parseHex(hex);
        body.put((byte) bytes.length).put(bytes);
    }

    private static byte[] cut(ByteBuffer body) {
        var bytes = new byte[body.position()];
        body.flip().get(bytes);
        return bytes;
    }

    private static void record(ByteArrayOutputStream out, byte type, byte[] body) {
        var record = ByteBuffer.allocate(5 + body.length + 4);
        record.put(type).putInt(body.length).put(body);
        record.putInt(checksum(record.array(), 0, 5 + body.length));
        out.writeBytes(record.array());
    }

    private static int checksum(byte[] bytes, int from, int length) {
        var crc = new CRC32C();
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }

    public static SegmentIndex read(byte[] bytes) {
        try {
            return new Reader(bytes).read();
        } catch (BufferUnderflowException e) {
            throw new BrokenIndex("The index ends too early", e);
        } catch (IllegalArgumentException e) {
            throw new BrokenIndex("The index contradicts itself: " + e.getMessage(), e);
        }
    }

    private static final class Reader {
        private final ByteBuffer in;
        private final List<TrackInfo> infos = new ArrayList<>();
        private final List<Segments.Builder> segments = new ArrayList<>();
        private long count;
        private boolean ended;

        Reader(byte[] bytes) {
            this.in = ByteBuffer.wrap(bytes);
        }

        SegmentIndex read() {
            demand(in.getInt() == MAGIC, "This is no segment index");
            int version = in.getShort();
            demand(version == VERSION, "No version of ours: " + version);
            demand(in.getShort() == 0, "The reserved bytes are not 0");
            while (in.hasRemaining()) {
                demand(!ended, "Something stands behind the end");
                record();
            }
            var tracks = new ArrayList<IndexTrack>();
            for (int i = 0; i < infos.size(); i++) {
                tracks.add(new IndexTrack(infos.get(i), segments.get(i).build()));
            }
            return new SegmentIndex(tracks, ended);
        }

        private void record() {
            int start = in.position();
            byte type = in.get();
            int length = in.getInt();
            demand(length >= 0 && length <= in.remaining() - 4, "A record is longer than the index");
            var body = in.slice(in.position(), length);
            in.position(in.position() + length);
            demand(in.getInt() == checksum(in.array(), start, 5 + length), "A checksum does not fit");
            switch (type) {
                case TRACK -> track(body);
                case SEGMENTS -> segments(body);
                case END -> end(body);
                default -> throw new BrokenIndex("No record is of type " + type);
            }
            demand(!body.hasRemaining(), "A record is longer than what it holds");
        }

        private void track(ByteBuffer body) {
            demand(infos.size() < SegmentIndex.MOST_TRACKS, "Too many tracks");
            var id = text(body);
            var content = content(body);
            var codecs = text(body);
            var language = text(body);
            var media = text(body);
            long timescale = unsigned(body);
            var init = new ByteRange(body.getLong(), unsigned(body));
            var scheme = one(SCHEMES, body.get());
            var encryption = new Encryption(scheme, hex(body), hex(body));
            infos.add(new TrackInfo(id, content, codecs, language, timescale, init, encryption, media));
            segments.add(Segments.from(body.getInt(), body.getLong(), body.getLong()));
        }

        private static Content content(ByteBuffer body) {
            byte kind = body.get();
            return switch (kind) {
                case PICTURE ->
                    new Content.Picture(
                            Short.toUnsignedInt(body.getShort()),
                            Short.toUnsignedInt(body.getShort()),
                            new FrameRate(body.getInt(), body.getInt()),
                            one(RANGES, body.get()));
                case SOUND -> new Content.Sound(Byte.toUnsignedInt(body.get()), body.getInt());
                case TEXT -> new Content.Text();
                default -> throw new BrokenIndex("No track is of kind " + kind);
            };
        }

        private void segments(ByteBuffer body) {
            int track = Short.toUnsignedInt(body.getShort());
            demand(track < segments.size(), "Segments of a track that was not told");
            var known = segments.get(track);
            demand(body.getInt() == known.next(), "Segments are missing");
            demand(body.remaining() % SEGMENT_BYTES == 0, "Segments are cut off");
            while (body.hasRemaining()) {
                known.add(unsigned(body), unsigned(body), unsigned(body));
                count++;
            }
        }

        private void end(ByteBuffer body) {
            demand(Short.toUnsignedInt(body.getShort()) == infos.size(), "Tracks are missing");
            demand(unsigned(body) == count, "Segments are missing");
            ended = true;
        }

        private static String text(ByteBuffer body) {
            return new String(taken(body, Short.toUnsignedInt(body.getShort())), StandardCharsets.ISO_8859_1);
        }

        private static @Nullable String hex(ByteBuffer body) {
            int length = Byte.toUnsignedInt(body.get());
            return length == 0 ? null : HEX.formatHex(taken(body, length));
        }

        private static byte[] taken(ByteBuffer body, int length) {
            demand(length <= body.remaining(), "A text is longer than its record");
            var bytes = new byte[length];
            body.get(bytes);
            return bytes;
        }

        private static <T> T one(List<T> values, byte place) {
            demand(place >= 0 && place < values.size(), "No such value: " + place);
            return values.get(place);
        }

        private static long unsigned(ByteBuffer body) {
            return Integer.toUnsignedLong(body.getInt());
        }

        private static void demand(boolean holds, String otherwise) {
            if (!holds) {
                throw new BrokenIndex(otherwise);
            }
        }
    }
}
