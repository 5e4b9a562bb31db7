package io.streamverse.server.providers;

import java.net.http.HttpRequest;

/// Puts an order into a provider's words, and reads its answer.
sealed interface LicenceProtocol permits AxinomProtocol, WidevineProtocol {
    /// To the address it is given.
    HttpRequest.Builder write(
            HttpRequest.Builder request, LicenceOrder order, Provider provider, ProviderSecret secret);

    /// The licence; throws `Rejected` where the provider gave none.
    byte[] read(byte[] answer);
}
