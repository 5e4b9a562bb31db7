package io.streamverse.media.protection;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;

/// Protection System Specific Header (ISO/IEC 23001-7, 8.1). Version 1 lists the key ids, version 0 does not.
final class PsshBox {
    private static final HexFormat HEX = HexFormat.of();
    private static final int TYPE = 0x70737368;
    private static final int HEAD = 28;

    private PsshBox() {}

    static byte[] version0(String system, byte[] data) {
        return box(system, 0, new byte[0], data);
    }

    static byte[] version1(String system, List<String> keyIds) {
        var ids = new ByteArrayOutputStream();
        ids.writeBytes(number(keyIds.size()));
        keyIds.forEach(it -> ids.writeBytes(HEX.parseHex(it)));
        return box(system, 1 << 24, ids.toByteArray(), new byte[0]);
    }

    private static byte[] box(String system, int versionAndFlags, byte[] ids, byte[] data) {
        var length = HEAD + ids.length + 4 + data.length;
        return ByteBuffer.allocate(length)
                .putInt(length)
                .putInt(TYPE)
                .putInt(versionAndFlags)
                .put(HEX.parseHex(system.replace("-", "")))
                .put(ids)
                .putInt(data.length)
                .put(data)
                .array();
    }

    private static byte[] number(int value) {
        return ByteBuffer.allocate(4).putInt(value).array();
    }
}
