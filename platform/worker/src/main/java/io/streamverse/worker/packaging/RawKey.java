package io.streamverse.worker.packaging;

import io.streamverse.media.index.Scheme;
import io.streamverse.media.work.ContentKey;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// What the packager must know to encrypt. Licence servers' own boxes are no part of the media: manifests carry them.
final class RawKey {
    private static final HexFormat HEX = HexFormat.of();

    /// W3C's system, which only lists key ids.
    private static final byte[] COMMON_SYSTEM = HEX.parseHex("1077efecc0b24d02ace33c1e52e2fb4b");

    private static final int PSSH = 0x70737368;
    private static final int VERSION_1 = 1 << 24;

    private RawKey() {}

    /// With cenc each sample has a vector of its own, counted up from a random one: two tracks that share a key must
    /// never share a vector. With cbcs it is the same for all, and the one that was asked for.
    static List<String> options(Scheme scheme, ContentKey key) {
        var keyId = key.keyId().replace("-", "");
        var iv = scheme == Scheme.CBCS ? ":iv=" + key.iv() : "";
        var options = new ArrayList<>(List.of("--enable_raw_key_encryption"));
        options.addAll(List.of("--keys", "label=:key_id=%s:key=%s%s".formatted(keyId, key.key(), iv)));
        options.addAll(List.of("--protection_scheme", scheme.label(), "--clear_lead", "0", "--pssh", pssh(keyId)));
        return options;
    }

    private static String pssh(String keyId) {
        var box = ByteBuffer.allocate(52)
                .putInt(52)
                .putInt(PSSH)
                .putInt(VERSION_1)
                .put(COMMON_SYSTEM)
                .putInt(1)
                .put(HEX.parseHex(keyId))
                .putInt(0);
        return HEX.formatHex(box.array());
    }
}
