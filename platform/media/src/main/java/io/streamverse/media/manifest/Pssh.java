package io.streamverse.media.manifest;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.streamverse.media.index.Scheme;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.HexFormat;

/// What a key system needs to know to ask for a key: "protection system specific header" boxes (ISO/IEC 23001-7).
final class Pssh {
    private static final HexFormat HEX = HexFormat.of();
    private static final int BOX = 0x70737368;
    private static final int VERSION_1 = 1 << 24;
    private static final byte[] COMMON = HEX.parseHex("1077efecc0b24d02ace33c1e52e2fb4b");
    private static final byte[] WIDEVINE = HEX.parseHex("edef8ba979d64acea3c827dcd51d21ed");
    private static final byte[] PLAYREADY = HEX.parseHex("9a04f07998404286ab92e65be0885f95");
    private static final int MOST_CONTENT_ID = 100;

    private Pssh() {}

    /// W3C's, which only lists key ids.
    static String common(String keyId) {
        var box = ByteBuffer.allocate(52)
                .putInt(52)
                .putInt(BOX)
                .putInt(VERSION_1)
                .put(COMMON)
                .putInt(1)
                .put(HEX.parseHex(keyId))
                .putInt(0);
        return base64(box.array());
    }

    /// Field 2: key id, 4: content id, 9: scheme as four characters.
    static String widevine(String keyId, String contentId, Scheme scheme) {
        var content = contentId.getBytes(UTF_8);
        if (content.length > MOST_CONTENT_ID) {
            throw new IllegalArgumentException("No content id of ours: " + contentId);
        }
        var data = ByteBuffer.allocate(18 + 2 + content.length + 6)
                .put((byte) 0x12)
                .put((byte) 16)
                .put(HEX.parseHex(keyId))
                .put((byte) 0x22)
                .put((byte) content.length)
                .put(content)
                .put((byte) 0x48);
        varint(data, ByteBuffer.wrap(scheme.label().getBytes(UTF_8)).getInt());
        return base64(box(WIDEVINE, data.array()));
    }

    static String playReady(String keyId, Scheme scheme) {
        return base64(box(PLAYREADY, playReadyObject(keyId, scheme)));
    }

    /// The same without its box, as HLS wants it.
    static String playReadyHeader(String keyId, Scheme scheme) {
        return base64(playReadyObject(keyId, scheme));
    }

    private static byte[] playReadyObject(String keyId, Scheme scheme) {
        var header =
                ("<WRMHEADER xmlns=\"http://schemas.microsoft.com/DRM/2007/03/PlayReadyHeader\" version=\"4.3.0.0\">"
                                + "<DATA><PROTECTINFO><KIDS><KID ALGID=\"%s\" VALUE=\"%s\"></KID></KIDS></PROTECTINFO></DATA>"
                                + "</WRMHEADER>")
                        .formatted(scheme == Scheme.CBCS ? "AESCBC" : "AESCTR", guid(keyId))
                        .getBytes(UTF_16LE);
        return ByteBuffer.allocate(10 + header.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(10 + header.length)
                .putShort((short) 1)
                .putShort((short) 1)
                .putShort((short) header.length)
                .put(header)
                .array();
    }

    /// Microsoft writes the first three parts of an id with their least byte first.
    private static String guid(String keyId) {
        var id = ByteBuffer.wrap(HEX.parseHex(keyId));
        var guid = ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(id.getInt())
                .putShort(id.getShort())
                .putShort(id.getShort());
        return base64(guid.order(ByteOrder.BIG_ENDIAN).putLong(id.getLong()).array());
    }

    private static byte[] box(byte[] system, byte[] data) {
        return ByteBuffer.allocate(32 + data.length)
                .putInt(32 + data.length)
                .putInt(BOX)
                .putInt(0)
                .put(system)
                .putInt(data.length)
                .put(data)
                .array();
    }

    private static void varint(ByteBuffer to, int value) {
        int rest = value;
        while (rest > 0x7f) {
            to.put((byte) (rest | 0x80));
            rest >>>= 7;
        }
        to.put((byte) rest);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
