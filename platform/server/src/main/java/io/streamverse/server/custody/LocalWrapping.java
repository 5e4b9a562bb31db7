package io.streamverse.server.custody;

import io.streamverse.kernel.security.Digests;
import io.streamverse.kernel.security.Sealed;
import io.streamverse.kernel.tenancy.TenantSpace;
import jakarta.inject.Singleton;
import java.util.HexFormat;

/// Under the platform's own secret.
@Singleton
final class LocalWrapping implements KeyWrapping {
    private final PlatformSecret platform;

    LocalWrapping(PlatformSecret platform) {
        this.platform = platform;
    }

    @Override
    public Kms kind() {
        return Kms.LOCAL;
    }

    @Override
    public String wrap(byte[] key, TenantSpace space) {
        return seal(space).close(HexFormat.of().formatHex(key));
    }

    @Override
    public byte[] unwrap(String wrapped, TenantSpace space) {
        return seal(space)
                .open(wrapped)
                .map(HexFormat.of()::parseHex)
                .orElseThrow(() -> new IllegalStateException("A key of %s was wrapped otherwise".formatted(space)));
    }

    private Sealed seal(TenantSpace space) {
        return Sealed.under(Digests.sha256("streamverse.tenant-key:%s:%s".formatted(platform.secret(), space)));
    }
}
