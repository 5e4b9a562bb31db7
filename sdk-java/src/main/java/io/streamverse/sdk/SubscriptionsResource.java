package io.streamverse.sdk;

import io.streamverse.sdk.model.Subscription;

/** Which tenant is on which plan. */
public final class SubscriptionsResource {
    private final Transport transport;

    SubscriptionsResource(Transport transport) {
        this.transport = transport;
    }

    /**
     * Lists the subscriptions of the tenants.
     *
     * @param params which part of the list
     * @return the first page
     */
    public Page<Subscription> list(ListParams params) {
        return list(params, RequestOptions.none());
    }

    /**
     * Lists the subscriptions of the tenants.
     *
     * @param params which part of the list
     * @param options what this call does otherwise than the client
     * @return the first page
     */
    @Operation("listSubscriptions")
    public Page<Subscription> list(ListParams params, RequestOptions options) {
        return transport.page("/operator/v1/subscriptions", params, options, Subscription.class);
    }
}
