package io.streamverse.server.custody;

import io.streamverse.kernel.tenancy.TenantSpace;

/// Wraps keys of tenants. What was wrapped for one environment opens for no other, and what is no key of ours throws.
interface KeyWrapping {
    Kms kind();

    String wrap(byte[] key, TenantSpace space);

    byte[] unwrap(String wrapped, TenantSpace space);
}
