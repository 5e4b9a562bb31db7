package io.streamverse.media.protection;

import io.streamverse.media.index.Scheme;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;

/// The PlayReady Object with one record, the WRMHEADER. Version 4.0 for AES-CTR, which all clients read; AES-CBC came
/// with 4.3. https://learn.microsoft.com/playready/specifications/playready-header-specification
final class PlayReadyHeader {
    private static final short RIGHTS_MANAGEMENT = 1;
    private static final int HEAD = 10;

    private PlayReadyHeader() {}

    static byte[] of(String keyId, Scheme scheme) {
        var xml = (scheme == Scheme.CBCS ? cbc(keyId) : ctr(keyId)).getBytes(StandardCharsets.UTF_16LE);
        return ByteBuffer.allocate(HEAD + xml.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(HEAD + xml.length)
                .putShort((short) 1)
                .putShort(RIGHTS_MANAGEMENT)
                .putShort((short) xml.length)
                .put(xml)
                .array();
    }

    private static String ctr(String keyId) {
        return """
                <WRMHEADER xmlns="http://schemas.microsoft.com/DRM/2007/03/PlayReadyHeader" version="4.0.0.0"><DATA>\
                <PROTECTINFO><KEYLEN>16</KEYLEN><ALGID>AESCTR</ALGID></PROTECTINFO><KID>%s</KID></DATA></WRMHEADER>""".formatted(guid(keyId));
    }

    private static String cbc(String keyId) {
        return """
                <WRMHEADER xmlns="http://schemas.microsoft.com/DRM/2007/03/PlayReadyHeader" version="4.3.0.0"><DATA>\
                <PROTECTINFO><KIDS><KID ALGID="AESCBC" VALUE="%s"></KID></KIDS></PROTECTINFO></DATA></WRMHEADER>""".formatted(guid(keyId));
    }

    /// Windows' order: the first three fields of a GUID are little-endian.
    private static String guid(String keyId) {
        var id = ByteBuffer.wrap(HexFormat.of().parseHex(keyId));
        var guid = ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(id.getInt())
                .putShort(id.getShort())
                .putShort(id.getShort())
                .put(id);
        return Base64.getEncoder().encodeToString(guid.array());
    }
}
