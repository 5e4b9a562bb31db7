package io.streamverse.media.manifest;

import static java.util.Objects.requireNonNull;

import io.streamverse.media.index.Encryption;
import io.streamverse.media.index.Scheme;

/// What DASH says of encryption: the scheme and key id, and each key system's own box. Players pass over what is not
/// theirs. FairPlay has no place in DASH.
final class ContentProtection {
    private ContentProtection() {}

    static void write(Xml xml, Encryption encryption, String contentId) {
        var scheme = encryption.scheme();
        if (scheme == Scheme.NONE) {
            return;
        }
        var keyId = requireNonNull(encryption.keyId(), "What is encrypted has a key id");
        xml.open("ContentProtection")
                .with("schemeIdUri", "urn:mpeg:dash:mp4protection:2011")
                .with("value", scheme.label())
                .with("cenc:default_KID", uuid(keyId))
                .close();
        system(xml, "1077efec-c0b2-4d02-ace3-3c1e52e2fb4b", Pssh.common(keyId)).close();
        system(xml, "edef8ba9-79d6-4ace-a3c8-27dcd51d21ed", Pssh.widevine(keyId, contentId, scheme))
                .close();
        system(xml, "9a04f079-9840-4286-ab92-e65be0885f95", Pssh.playReady(keyId, scheme))
                .open("mspr:pro")
                .closeWith(Pssh.playReadyHeader(keyId, scheme))
                .close();
    }

    private static Xml system(Xml xml, String id, String pssh) {
        return xml.open("ContentProtection")
                .with("schemeIdUri", "urn:uuid:" + id)
                .open("cenc:pssh")
                .closeWith(pssh);
    }

    private static String uuid(String hex) {
        return hex.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
    }
}
