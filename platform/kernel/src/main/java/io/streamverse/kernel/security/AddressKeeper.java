package io.streamverse.kernel.security;

import io.micronaut.http.HttpRequest;
import io.streamverse.kernel.tenancy.TenantSpace;

/// Tells whose media an address opens, from the token in it; throws where that is missing, wrong or for something else.
public interface AddressKeeper {
    TenantSpace admit(HttpRequest<?> request);
}
