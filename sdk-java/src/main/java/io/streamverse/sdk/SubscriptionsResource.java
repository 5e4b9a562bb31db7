package io.streamverse.sdk;

import io.streamverse.sdk.model.Subscription;
import io.streamverse.sdk.model.UpdateSubscription;

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

    /**
     * Reads a subscription.
     *
     * @param id the subscription, such as {@code sub_…}
     * @return the subscription
     * @throws NotFoundException if there is no such subscription
     */
    public Subscription get(String id) {
        return get(id, RequestOptions.none());
    }

    /**
     * Reads a subscription.
     *
     * @param id the subscription, such as {@code sub_…}
     * @param options what this call does otherwise than the client
     * @return the subscription
     * @throws NotFoundException if there is no such subscription
     */
    @Operation("getSubscription")
    public Subscription get(String id, RequestOptions options) {
        return transport.call(Call.get(Call.path("/operator/v1/subscriptions/{}", id)), options, Subscription.class);
    }

    /**
     * Reads a subscription together with the mark of its state, for a change that must not overwrite another.
     *
     * @param id the subscription, such as {@code sub_…}
     * @return the subscription and its ETag
     * @throws NotFoundException if there is no such subscription
     */
    public Versioned<Subscription> getVersioned(String id) {
        return getVersioned(id, RequestOptions.none());
    }

    /**
     * Reads a subscription together with the mark of its state, for a change that must not overwrite another.
     *
     * @param id the subscription, such as {@code sub_…}
     * @param options what this call does otherwise than the client
     * @return the subscription and its ETag
     * @throws NotFoundException if there is no such subscription
     */
    @Operation("getSubscription")
    public Versioned<Subscription> getVersioned(String id, RequestOptions options) {
        return transport.versioned(
                Call.get(Call.path("/operator/v1/subscriptions/{}", id)), options, Subscription.class);
    }

    /**
     * Changes where the periods of a tenant end, from the end of the one that runs.
     *
     * @param id the subscription, such as {@code sub_…}
     * @param patch the fields to change
     * @return the subscription as it is now
     * @throws NotFoundException if there is no such subscription
     * @throws PreconditionFailedException if {@link RequestOptions#withIfMatch} was given and somebody else changed it
     * meanwhile
     */
    public Subscription update(String id, UpdateSubscription patch) {
        return update(id, patch, RequestOptions.none());
    }

    /**
     * Changes where the periods of a tenant end, from the end of the one that runs.
     *
     * @param id the subscription, such as {@code sub_…}
     * @param patch the fields to change
     * @param options what this call does otherwise than the client
     * @return the subscription as it is now
     * @throws NotFoundException if there is no such subscription
     * @throws PreconditionFailedException if {@link RequestOptions#withIfMatch} was given and somebody else changed it
     * meanwhile
     */
    @Operation("updateSubscription")
    public Subscription update(String id, UpdateSubscription patch, RequestOptions options) {
        return transport.call(
                Call.patch(Call.path("/operator/v1/subscriptions/{}", id), patch), options, Subscription.class);
    }
}
