package io.streamverse.sdk;

import io.streamverse.sdk.model.CostRate;
import io.streamverse.sdk.model.CreateCostRate;

/** What the meters cost the operator; tenants never see it. */
public final class CostRatesResource {
    private final Transport transport;

    CostRatesResource(Transport transport) {
        this.transport = transport;
    }

    /**
     * Lists the cost rates.
     *
     * @param params which part of the list
     * @return the first page
     */
    public Page<CostRate> list(ListParams params) {
        return list(params, RequestOptions.none());
    }

    /**
     * Lists the cost rates.
     *
     * @param params which part of the list
     * @param options what this call does otherwise than the client
     * @return the first page
     */
    @Operation("listCostRates")
    public Page<CostRate> list(ListParams params, RequestOptions options) {
        return transport.page("/operator/v1/cost-rates", params, options, CostRate.class);
    }

    /**
     * Says what a meter costs from an instant on.
     *
     * @param rate meter, price, and from when
     * @return the rate
     */
    public CostRate create(CreateCostRate rate) {
        return create(rate, RequestOptions.none());
    }

    /**
     * Says what a meter costs from an instant on.
     *
     * @param rate meter, price, and from when
     * @param options what this call does otherwise than the client
     * @return the rate
     */
    @Operation("createCostRate")
    public CostRate create(CreateCostRate rate, RequestOptions options) {
        return transport.call(Call.post("/operator/v1/cost-rates", rate), options, CostRate.class);
    }
}
