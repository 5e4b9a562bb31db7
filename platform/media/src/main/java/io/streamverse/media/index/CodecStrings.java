package io.streamverse.media.index;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Locale;

/// What a player is told of a codec before it has seen a byte (RFC 6381 and what the codecs' own bindings add to it).
final class CodecStrings {
    private static final int ES_DESCRIPTOR = 3;
    private static final int DECODER_CONFIG = 4;
    private static final int DECODER_SPECIFIC = 5;
    private static final int MPEG4_AUDIO = 0x40;
    private static final String[] PROFILE_SPACES = {"", "A", "B", "C"};

    private CodecStrings() {}

    /// `format` is the sample entry's type, the original one where it is encrypted; `entry` stands at its children.
    static String of(String format, Box entry) {
        return switch (format) {
            case "avc1", "avc3" -> avc(format, entry.child("avcC").body());
            case "hvc1", "hev1" -> hevc(format, entry.child("hvcC").body());
            case "vp08", "vp09" -> vpx(format, entry.child("vpcC").skip(4).body());
            case "av01" -> av1(entry.child("av1C").body());
            case "mp4a" -> mpeg4Audio(entry.child("esds").skip(4).body());
            case "Opus" -> "opus";
            case "fLaC" -> "flac";
            case "ac-3", "ec-3", "wvtt" -> format;
            case "stpp" -> "stpp.ttml.im1t";
            default -> throw new BrokenCmaf("No codec of ours: " + format);
        };
    }

    private static String avc(String format, ByteBuffer config) {
        return format + "." + HexFormat.of().formatHex(new byte[] {config.get(1), config.get(2), config.get(3)});
    }

    private static String hevc(String format, ByteBuffer config) {
        int profile = config.get(1);
        var text = new StringBuilder(format).append('.').append(PROFILE_SPACES[(profile >> 6) & 3]);
        text.append(profile & 0x1f).append('.');
        text.append(Integer.toHexString(Integer.reverse(config.getInt(2))).toUpperCase(Locale.ROOT));
        text.append((profile & 0x20) == 0 ? ".L" : ".H").append(config.get(12) & 0xff);
        int last = 11;
        while (last > 5 && config.get(last) == 0) {
            last--;
        }
        for (int i = 6; i <= last; i++) {
            text.append('.').append(Integer.toHexString(config.get(i) & 0xff).toUpperCase(Locale.ROOT));
        }
        return text.toString();
    }

    private static String vpx(String format, ByteBuffer config) {
        int depths = config.get(2) & 0xff;
        return String.format(
                Locale.ROOT,
                "%s.%02d.%02d.%02d.%02d.%02d.%02d.%02d.%02d",
                format,
                config.get(0) & 0xff,
                config.get(1) & 0xff,
                depths >> 4,
                (depths >> 1) & 7,
                config.get(3) & 0xff,
                config.get(4) & 0xff,
                config.get(5) & 0xff,
                depths & 1);
    }

    private static String av1(ByteBuffer config) {
        int level = config.get(1);
        int flags = config.get(2);
        int deep = (flags & 0x20) == 0 ? 10 : 12;
        return String.format(
                Locale.ROOT,
                "av01.%d.%02d%s.%02d",
                (level >> 5) & 7,
                level & 0x1f,
                (flags & 0x80) == 0 ? "M" : "H",
                (flags & 0x40) == 0 ? 8 : deep);
    }

    private static String mpeg4Audio(ByteBuffer in) {
        var stream = descriptor(in, ES_DESCRIPTOR);
        stream.getShort();
        int flags = stream.get();
        skip(stream, (flags & 0x80) == 0 ? 0 : 2);
        skip(stream, (flags & 0x40) == 0 ? 0 : 1 + (stream.get(stream.position()) & 0xff));
        skip(stream, (flags & 0x20) == 0 ? 0 : 2);
        var decoder = descriptor(stream, DECODER_CONFIG);
        int kind = decoder.get() & 0xff;
        if (kind != MPEG4_AUDIO) {
            return "mp4a." + Integer.toHexString(kind);
        }
        skip(decoder, 12);
        var config = descriptor(decoder, DECODER_SPECIFIC);
        int bits = config.getShort();
        int object = (bits >> 11) & 0x1f;
        return "mp4a.40." + (object == 31 ? 32 + ((bits >> 5) & 0x3f) : object);
    }

    private static ByteBuffer descriptor(ByteBuffer in, int tag) {
        if (in.get() != tag) {
            throw new BrokenCmaf("No descriptor " + tag + " where it should be");
        }
        int length = 0;
        int more;
        do {
            more = in.get();
            length = (length << 7) | (more & 0x7f);
        } while (more < 0 && length < 1 << 20);
        var body = in.slice(in.position(), Math.min(length, in.remaining()));
        skip(in, body.limit());
        return body;
    }

    private static void skip(ByteBuffer in, int bytes) {
        in.position(in.position() + bytes);
    }
}
