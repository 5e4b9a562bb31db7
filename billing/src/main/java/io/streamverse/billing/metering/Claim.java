package io.streamverse.billing.metering;

import io.streamverse.kernel.tenancy.TenantSpace;
import java.security.MessageDigest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What wants to be booked: the entry, what names it among all, and what tells a repetition from a contradiction.
record Claim(Usage usage, Entry entry, UUID key, UUID payload) {
    static Claim of(Usage usage, @Nullable String reason, MessageDigest sha256) {
        var entry = Entry.of(usage, reason);
        return new Claim(usage, entry, entry.key(sha256, usage.space()), entry.payloadDigest(sha256));
    }

    TenantSpace space() {
        return usage.space();
    }
}
