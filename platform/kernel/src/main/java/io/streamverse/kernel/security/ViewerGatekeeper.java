package io.streamverse.kernel.security;

import io.micronaut.http.HttpRequest;
import io.streamverse.kernel.tenancy.TenantSpace;

/// Tells whose viewers' app calls, and which viewer. Throws where what the request carries is wrong or contradictory.
public interface ViewerGatekeeper {
    /// The environment that host, token or header name; none of them is proven yet.
    TenantSpace space(HttpRequest<?> request);

    /// The viewer, or a guest where no token came. Runs with that environment in charge.
    Caller admit(HttpRequest<?> request, TenantSpace space);
}
