package io.streamverse.media.protection;

import io.streamverse.media.index.Scheme;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// What a manifest says about one key. A pure function of key id and scheme, so that whoever renders manifests needs to
/// ask nobody. Boxes are base64; `keyId` is hex.
public record Signalling(String keyId, Scheme scheme, String widevine, String playReady, String commonSystem) {
    public static final String WIDEVINE = "edef8ba9-79d6-4ace-a3c8-27dcd51d21ed";
    public static final String PLAYREADY = "9a04f079-9840-4286-ab92-e65be0885f95";
    public static final String COMMON_SYSTEM = "1077efec-c0b2-4d02-ace3-3c1e52e2fb4b";
    public static final String FAIRPLAY = "94ce86fb-07ff-4f43-adb8-93d2fa968ca2";
    public static final String CLEARKEY = "e2719d58-a985-b3c9-781a-b030af78d30e";

    public static Signalling of(String keyId, Scheme scheme) {
        if (scheme == Scheme.NONE) {
            throw new IllegalArgumentException("What is not encrypted needs no key");
        }
        return new Signalling(
                keyId,
                scheme,
                base64(PsshBox.version0(WIDEVINE, WidevineHeader.of(List.of(keyId), contentId(keyId), scheme))),
                base64(PsshBox.version0(PLAYREADY, PlayReadyHeader.of(keyId, scheme))),
                base64(PsshBox.version1(COMMON_SYSTEM, List.of(keyId))));
    }

    /// Some licence servers refuse a Widevine box without a content id; ours is the key id, which needs no look-up.
    private static byte[] contentId(String keyId) {
        return keyId.getBytes(StandardCharsets.US_ASCII);
    }

    /// The `pssh` boxes by the system's UUID.
    public Map<String, String> boxes() {
        return Map.of(WIDEVINE, widevine, PLAYREADY, playReady, COMMON_SYSTEM, commonSystem);
    }

    /// What `mspr:pro` holds: the PlayReady Object without the box around it.
    public String playReadyObject() {
        return base64(PlayReadyHeader.of(keyId, scheme));
    }

    /// What `EXT-X-KEY` of `com.apple.streamingkeydelivery` names.
    public String fairPlayUri() {
        return "skd://" + uuid();
    }

    /// As `cenc:default_KID` has it.
    public String uuid() {
        return keyId.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
