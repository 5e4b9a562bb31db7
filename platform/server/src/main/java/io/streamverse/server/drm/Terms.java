package io.streamverse.server.drm;

import io.streamverse.server.providers.KeySystem;
import io.streamverse.server.providers.Provider;
import io.streamverse.server.providers.ProviderSecret;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What an environment wants of licences, with its providers' secrets open. The certificate is DER in base64.
record Terms(
        int version,
        DrmSettings settings,
        List<Provider> providers,
        @Nullable String certificateText,
        Map<KeySystem, ProviderSecret> secrets) {

    static Terms first() {
        return new Terms(0, DrmSettings.first(), List.of(), null, Map.of());
    }

    Optional<Provider> provider(KeySystem system) {
        return providers.stream().filter(it -> it.system() == system).findAny();
    }

    ProviderSecret secret(KeySystem system) {
        return Objects.requireNonNull(secrets.get(system));
    }

    Set<KeySystem> systems() {
        var systems = EnumSet.noneOf(KeySystem.class);
        providers.forEach(it -> systems.add(it.system()));
        if (settings.clearKey()) {
            systems.add(KeySystem.CLEARKEY);
        }
        return systems;
    }

    Optional<ByteBuffer> certificate() {
        return Optional.ofNullable(certificateText)
                .map(it -> ByteBuffer.wrap(Base64.getDecoder().decode(it)));
    }

    Terms with(DrmSettings wanted) {
        return new Terms(version, wanted, providers, certificateText, secrets);
    }

    Terms withCertificate(String der) {
        return new Terms(version, settings, providers, der, secrets);
    }

    Terms with(Provider provider, ProviderSecret secret) {
        var without = without(provider.system());
        var all = new ArrayList<>(without.providers());
        all.add(provider);
        var secretOf = new EnumMap<KeySystem, ProviderSecret>(KeySystem.class);
        secretOf.putAll(without.secrets());
        secretOf.put(provider.system(), secret);
        return new Terms(version, settings, List.copyOf(all), certificateText, secretOf);
    }

    Terms without(KeySystem system) {
        var others = providers.stream().filter(it -> it.system() != system).toList();
        var secretOf = new EnumMap<KeySystem, ProviderSecret>(KeySystem.class);
        secretOf.putAll(secrets);
        secretOf.remove(system);
        return new Terms(version, settings, others, certificateText, secretOf);
    }

    @Override
    public String toString() {
        return "Terms " + version;
    }
}
