package io.streamverse.media.protection;

import io.streamverse.media.index.Scheme;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/// `WidevinePsshData`, a protocol buffer: `key_ids` is field 2, `content_id` 4, `protection_scheme` 9.
final class WidevineHeader {
    private static final int BYTES = 2;
    private static final int KEY_IDS = (2 << 3) | BYTES;
    private static final int CONTENT_ID = (4 << 3) | BYTES;
    private static final int PROTECTION_SCHEME = 9 << 3;

    private WidevineHeader() {}

    static byte[] of(List<String> keyIds, byte[] contentId, Scheme scheme) {
        var out = new ByteArrayOutputStream();
        keyIds.forEach(it -> bytes(out, KEY_IDS, HexFormat.of().parseHex(it)));
        if (contentId.length > 0) {
            bytes(out, CONTENT_ID, contentId);
        }
        out.write(PROTECTION_SCHEME);
        number(
                out,
                ByteBuffer.wrap(scheme.label().getBytes(StandardCharsets.US_ASCII))
                        .getInt());
        return out.toByteArray();
    }

    private static void bytes(ByteArrayOutputStream out, int tag, byte[] value) {
        out.write(tag);
        number(out, value.length);
        out.writeBytes(value);
    }

    private static void number(ByteArrayOutputStream out, int value) {
        var rest = value;
        while ((rest & ~0x7f) != 0) {
            out.write((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }
}
