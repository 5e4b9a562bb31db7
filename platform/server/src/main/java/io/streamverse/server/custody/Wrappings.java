package io.streamverse.server.custody;

import io.streamverse.kernel.tenancy.TenantSpace;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// The service that is configured wraps; what the platform's own secret wrapped before opens too, so that rotating
/// moves a tenant from there to the service.
@Singleton
final class Wrappings {
    private final LocalWrapping local;
    private final KeyWrapping chosen;

    Wrappings(LocalWrapping local, CustodyConfig config, KmsCalls calls, InstantSource clock) {
        this.local = local;
        this.chosen = switch (config.kms()) {
            case LOCAL -> local;
            case VAULT -> new VaultWrapping(calls, config);
            case AWS -> new AwsWrapping(calls, config, clock);
            case GCP -> new GcpWrapping(calls, config);
        };
    }

    KeyWrapping chosen() {
        return chosen;
    }

    byte[] unwrap(TenantKey key, TenantSpace space) {
        if (key.kms().equals(chosen.kind().label())) {
            return chosen.unwrap(key.wrapped(), space);
        }
        if (key.kms().equals(Kms.LOCAL.label())) {
            return local.unwrap(key.wrapped(), space);
        }
        throw new IllegalStateException(
                "Key %d of %s was wrapped by %s, which is not configured".formatted(key.number(), space, key.kms()));
    }
}
