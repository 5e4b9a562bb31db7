package io.streamverse.server.drm;

import io.micronaut.http.HttpRequest;
import io.streamverse.kernel.http.Idempotency;
import io.streamverse.kernel.problem.NotFound;
import io.streamverse.server.providers.KeySystem;
import io.streamverse.server.providers.Provider;
import io.streamverse.server.providers.ProviderProtocol;
import io.streamverse.server.providers.Providers;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a tenant's own people may change.
@Singleton
class DrmAdministration {
    private final Settings settings;
    private final Providers providers;
    private final KeyRotation rotation;
    private final Idempotency idempotency;

    DrmAdministration(Settings settings, Providers providers, KeyRotation rotation, Idempotency idempotency) {
        this.settings = settings;
        this.providers = providers;
        this.rotation = rotation;
        this.idempotency = idempotency;
    }

    Terms terms() {
        return settings.current();
    }

    Terms change(@Nullable String ifMatch, DrmSettings wanted) {
        var names = new HashSet<String>();
        var recipients = wanted.recipients();
        for (int i = 0; i < recipients.size(); i++) {
            Certificates.demandRecipient(recipients.get(i).certificate(), "/recipients/%d/certificate".formatted(i));
            if (!names.add(recipients.get(i).name())) {
                throw Certificates.rejected("/recipients/%d/name".formatted(i), "unique");
            }
        }
        return settings.change(ifMatch, it -> it.with(wanted));
    }

    Provider change(String label, ProviderRequest request) {
        var system = system(label);
        if (!request.protocol().speaks(system)) {
            throw Certificates.rejected("/protocol", "one that has licences of " + label);
        }
        if (request.protocol() == ProviderProtocol.WIDEVINE && request.iv() == null) {
            throw Certificates.rejected("/iv", "given for widevine");
        }
        providers.demandAllowed(request.url());
        settings.change(null, it -> it.with(request.provider(system), request.sealable()));
        return request.provider(system);
    }

    void remove(String label) {
        var system = system(label);
        if (terms().provider(system).isEmpty()) {
            throw unknown(label);
        }
        settings.change(null, it -> it.without(system));
    }

    CertificateResponse certificate() {
        var text = Optional.ofNullable(terms().certificateText())
                .orElseThrow(() -> new NotFound("drm.certificate.unknown", "the FairPlay certificate"));
        return CertificateResponse.of(text, Certificates.read(text, "/certificate"));
    }

    CertificateResponse certify(String text) {
        var certificate = Certificates.read(text, "/certificate");
        settings.change(null, it -> it.withCertificate(text));
        return CertificateResponse.of(text, certificate);
    }

    KeyRotationResponse rotate(HttpRequest<?> http) {
        var answer = idempotency.once(
                "default", http, Map.of(), KeyRotationResponse.class, () -> new KeyRotationResponse(rotation.begin()));
        rotation.finish();
        return answer;
    }

    private static KeySystem system(String label) {
        return Stream.of(KeySystem.WIDEVINE, KeySystem.PLAYREADY, KeySystem.FAIRPLAY)
                .filter(it -> it.label().equals(label))
                .findAny()
                .orElseThrow(() -> unknown(label));
    }

    private static NotFound unknown(String label) {
        return new NotFound("drm.provider.unknown", "provider for " + label);
    }
}
