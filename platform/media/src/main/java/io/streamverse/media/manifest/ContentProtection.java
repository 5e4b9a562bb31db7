package io.streamverse.media.manifest;

import static java.util.Objects.requireNonNull;

import io.streamverse.media.index.Encryption;
import io.streamverse.media.index.Scheme;
import io.streamverse.media.protection.Signalling;

/// What DASH says of encryption: the scheme and key id, and each key system's own box. Players pass over what is not
/// theirs. FairPlay has no place in DASH.
final class ContentProtection {
    private ContentProtection() {}

    static void write(Xml xml, Encryption encryption) {
        var scheme = encryption.scheme();
        if (scheme == Scheme.NONE) {
            return;
        }
        var signalling = Signalling.of(requireNonNull(encryption.keyId(), "What is encrypted has a key id"), scheme);
        xml.open("ContentProtection")
                .with("schemeIdUri", "urn:mpeg:dash:mp4protection:2011")
                .with("value", scheme.label())
                .with("cenc:default_KID", signalling.uuid())
                .close();
        system(xml, Signalling.COMMON_SYSTEM, signalling.commonSystem()).close();
        system(xml, Signalling.WIDEVINE, signalling.widevine()).close();
        system(xml, Signalling.PLAYREADY, signalling.playReady())
                .open("mspr:pro")
                .closeWith(signalling.playReadyObject())
                .close();
    }

    private static Xml system(Xml xml, String id, String pssh) {
        return xml.open("ContentProtection")
                .with("schemeIdUri", "urn:uuid:" + id)
                .open("cenc:pssh")
                .closeWith(pssh);
    }
}
