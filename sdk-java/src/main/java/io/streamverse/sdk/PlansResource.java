package io.streamverse.sdk;

import io.streamverse.sdk.model.Plan;

/** The plans tenants subscribe to. */
public final class PlansResource {
    private final Transport transport;

    PlansResource(Transport transport) {
        this.transport = transport;
    }

    /**
     * Lists the plans.
     *
     * @param params which part of the list
     * @return the first page
     */
    public Page<Plan> list(ListParams params) {
        return list(params, RequestOptions.none());
    }

    /**
     * Lists the plans.
     *
     * @param params which part of the list
     * @param options what this call does otherwise than the client
     * @return the first page
     */
    @Operation("listPlans")
    public Page<Plan> list(ListParams params, RequestOptions options) {
        return transport.page("/operator/v1/plans", params, options, Plan.class);
    }
}
