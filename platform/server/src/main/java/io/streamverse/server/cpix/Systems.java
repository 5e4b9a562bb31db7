package io.streamverse.server.cpix;

import io.streamverse.media.index.Scheme;
import io.streamverse.media.protection.Signalling;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a packager is told to write into files and manifests, per system. All values are base64.
final class Systems {
    static final List<String> ALL =
            List.of(Signalling.WIDEVINE, Signalling.PLAYREADY, Signalling.FAIRPLAY, Signalling.COMMON_SYSTEM);
    private static final String PSSH = "PSSH";
    private static final String PROTECTION = "ContentProtectionData";
    private static final String SMOOTH = "SmoothStreamingProtectionHeaderData";

    private Systems() {}

    /// By element, `HLSSignalingData` followed by its playlist. Nothing of a system that we do not know.
    static Map<String, String> values(String systemId, Signalling key) {
        return switch (systemId.toLowerCase(Locale.ROOT)) {
            case Signalling.WIDEVINE ->
                hls(
                        key,
                        box(key.widevine(), ""),
                        "data:text/plain;base64," + key.widevine(),
                        "urn:uuid:" + Signalling.WIDEVINE);
            case Signalling.PLAYREADY -> playReady(key);
            case Signalling.FAIRPLAY -> hls(key, Map.of(), key.fairPlayUri(), "com.apple.streamingkeydelivery");
            case Signalling.COMMON_SYSTEM -> box(key.commonSystem(), "");
            default -> Map.of();
        };
    }

    private static Map<String, String> playReady(Signalling key) {
        var pro = key.playReadyObject();
        var values = hls(
                key,
                box(key.playReady(), "<pro xmlns=\"urn:microsoft:playready\">%s</pro>".formatted(pro)),
                "data:text/plain;charset=UTF-16;base64," + pro,
                "com.microsoft.playready");
        values.put(SMOOTH, pro);
        return values;
    }

    private static Map<String, String> box(String pssh, String more) {
        var xml = "<pssh xmlns=\"urn:mpeg:cenc:2013\">%s</pssh>%s".formatted(pssh, more);
        return Map.of(PSSH, pssh, PROTECTION, base64(xml));
    }

    private static Map<String, String> hls(Signalling key, Map<String, String> boxes, String uri, String format) {
        var values = new HashMap<>(boxes);
        var method = key.scheme() == Scheme.CBCS ? "SAMPLE-AES" : "SAMPLE-AES-CTR";
        var attributes = "METHOD=%s,URI=\"%s\",KEYID=0x%s,KEYFORMAT=\"%s\",KEYFORMATVERSIONS=\"1\""
                .formatted(method, uri, key.keyId().toUpperCase(Locale.ROOT), format);
        values.put("HLSSignalingData media", base64("#EXT-X-KEY:" + attributes));
        values.put("HLSSignalingData master", base64("#EXT-X-SESSION-KEY:" + attributes));
        return values;
    }

    private static String base64(String text) {
        return XmlOut.base64(text.getBytes(StandardCharsets.UTF_8));
    }
}
