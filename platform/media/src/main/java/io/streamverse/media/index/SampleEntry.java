package io.streamverse.media.index;

import io.streamverse.media.source.FrameRate;
import io.streamverse.media.source.VideoInfo;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// What `stsd` says of a track's samples: the first entry, which in CMAF is the only one.
record SampleEntry(String format, Box box, Box children) {
    private static final int VISUAL = 78;
    private static final int AUDIO = 28;
    private static final int PLAIN = 8;
    private static final int PQ = 16;
    private static final int HLG = 18;

    static SampleEntry of(Box descriptions) {
        var box = Box.next(descriptions.from(8));
        var children = box.skip(
                switch (box.type()) {
                    case "encv", "avc1", "avc3", "hvc1", "hev1", "vp08", "vp09", "av01" -> VISUAL;
                    case "enca", "mp4a", "Opus", "fLaC", "ac-3", "ec-3" -> AUDIO;
                    case "wvtt", "stpp" -> PLAIN;
                    default -> throw new BrokenCmaf("No codec of ours: " + box.type());
                });
        var encrypted = box.type().equals("encv") || box.type().equals("enca");
        var format = encrypted ? Box.type(children.child("sinf", "frma").from(0)) : box.type();
        return new SampleEntry(format, box, children);
    }

    String codecs() {
        return CodecStrings.of(format, children);
    }

    boolean isPicture() {
        return switch (format) {
            case "avc1", "avc3", "hvc1", "hev1", "vp08", "vp09", "av01" -> true;
            default -> false;
        };
    }

    boolean isText() {
        return format.equals("wvtt") || format.equals("stpp");
    }

    Content content(FrameRate frameRate) {
        var body = box.body();
        if (isText()) {
            return new Content.Text();
        }
        return isPicture()
                ? new Content.Picture(unsigned(body, 24), unsigned(body, 26), frameRate, range())
                : new Content.Sound(unsigned(body, 16), unsigned(body, 24));
    }

    private VideoInfo.Range range() {
        var colour = children.find("colr").map(Box::body).orElse(null);
        return switch (transfer(colour)) {
            case PQ -> VideoInfo.Range.PQ;
            case HLG -> VideoInfo.Range.HLG;
            default -> VideoInfo.Range.SDR;
        };
    }

    private static int transfer(@Nullable ByteBuffer colour) {
        return colour != null && Box.type(colour.duplicate()).equals("nclx") ? unsigned(colour, 6) : 0;
    }

    Encryption encryption() {
        var protection = children.find("sinf").orElse(null);
        if (protection == null) {
            return Encryption.NONE;
        }
        var scheme = Box.type(protection.child("schm").from(4));
        var tenc = protection.child("schi", "tenc").body();
        var keyId = hex(tenc, 8, 16);
        return switch (scheme) {
            case "cenc" -> new Encryption(Scheme.CENC, keyId, null);
            case "cbcs" -> new Encryption(Scheme.CBCS, keyId, tenc.get(7) == 0 ? hex(tenc, 25, tenc.get(24)) : null);
            default -> throw new BrokenCmaf("No encryption of ours: " + scheme);
        };
    }

    private static String hex(ByteBuffer in, int from, int length) {
        var bytes = new byte[Math.clamp(length, 0, 16)];
        in.duplicate().position(Math.min(from, in.limit())).get(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static int unsigned(ByteBuffer in, int at) {
        return Short.toUnsignedInt(in.getShort(at));
    }
}
