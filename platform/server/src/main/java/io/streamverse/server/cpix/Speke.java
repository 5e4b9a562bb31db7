package io.streamverse.server.cpix;

import io.streamverse.kernel.problem.Rejected;
import io.streamverse.media.protection.Signalling;
import io.streamverse.media.work.ContentKey;
import io.streamverse.server.drm.Drm;
import io.streamverse.server.keyring.Keyring;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Answers an encryptor with its own document, filled in.
@Singleton
class Speke {
    static final String VERSION = "2.0";
    private final Drm drm;
    private final Keyring keyring;

    Speke(Drm drm, Keyring keyring) {
        this.drm = drm;
        this.keyring = keyring;
    }

    String answer(@Nullable String version, String document) {
        if (!VERSION.equals(version)) {
            throw new Rejected("drm.speke.version", "Unsupported SPEKE version: send X-Speke-Version: 2.0");
        }
        var request = SpekeRequest.read(document);
        var certificate = request.certificate();
        if (certificate == null && !drm.givesPackagersClearKeys()) {
            throw new Rejected(
                    "drm.speke.unencrypted",
                    "Send a certificate in DeliveryDataList, or allow keys in the clear in the DRM settings");
        }
        var envelope = certificate == null ? null : Envelope.to(certificate);
        return new Filling(request, keys(request), envelope).document();
    }

    private Map<String, ContentKey> keys(SpekeRequest request) {
        var keys = new HashMap<String, ContentKey>();
        request.keys().forEach((id, wanted) -> keys.put(id, keyring.packagerKey(request.contentId(), id, wanted.iv())));
        return keys;
    }

    static Signalling signalling(String keyId, SpekeRequest.Wanted wanted) {
        return Signalling.of(keyId, wanted.scheme());
    }
}
