package io.streamverse.kernel.security;

import io.micronaut.http.HttpRequest;

/// Tells who calls, from what the request carries; throws where that is missing, wrong or contradictory.
/// The server reads keys and hosts, billing reads the server's internal tokens.
public interface Gatekeeper {
    Caller admit(HttpRequest<?> request);

    /// Of a caller that holds the scope: throws where it may not be used just now.
    default void admit(Caller caller, String scope) {}
}
