package io.streamverse.media.manifest;

import static java.util.Objects.requireNonNull;

import io.streamverse.media.index.Encryption;
import io.streamverse.media.index.Scheme;
import io.streamverse.media.protection.Signalling;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/// The EXT-X-KEY lines of a track.
final class KeyTags {
    private static final String DATA = "data:text/plain;base64,";
    private static final String DATA_UTF_16 = "data:text/plain;charset=UTF-16;base64,";
    private static final int KEY_BYTES = 16;
    private final Encryption encryption;
    private final String keyId;

    private KeyTags(Encryption encryption) {
        this.encryption = encryption;
        this.keyId = requireNonNull(encryption.keyId(), "What is encrypted has a key id");
    }

    static List<String> of(Encryption encryption, KeyLines wanted) {
        return encryption.scheme() == Scheme.NONE ? List.of() : new KeyTags(encryption).lines(wanted);
    }

    private List<String> lines(KeyLines wanted) {
        return switch (wanted) {
            case PLAIN -> throw new IllegalArgumentException("What is encrypted needs key lines");
            case IDENTITY -> List.of(line("../keys/" + keyId, "identity", false));
            case CLEARKEY ->
                List.of(line(
                        DATA + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(keyId)),
                        "org.w3.clearkey",
                        true));
            case LICENSED -> licensed();
        };
    }

    private List<String> licensed() {
        var signalling = Signalling.of(keyId, encryption.scheme());
        var lines = new ArrayList<String>();
        lines.add(line(DATA + signalling.widevine(), "urn:uuid:" + Signalling.WIDEVINE, true));
        lines.add(line(DATA_UTF_16 + signalling.playReadyObject(), "com.microsoft.playready", true));
        if (encryption.scheme() == Scheme.CBCS) {
            lines.add(line(signalling.fairPlayUri(), "com.apple.streamingkeydelivery", false));
        }
        return lines;
    }

    private String line(String uri, String format, boolean namesKey) {
        var line = new Attributes("#EXT-X-KEY")
                .with("METHOD", encryption.scheme() == Scheme.CBCS ? "SAMPLE-AES" : "SAMPLE-AES-CTR")
                .quoted("URI", uri);
        if (namesKey) {
            line.with("KEYID", "0x" + keyId);
        }
        if (encryption.iv() != null) {
            line.with(
                    "IV",
                    "0x" + encryption.iv()
                            + "0".repeat(2 * KEY_BYTES - encryption.iv().length()));
        }
        return line.quoted("KEYFORMAT", format).quoted("KEYFORMATVERSIONS", "1").toString();
    }
}
