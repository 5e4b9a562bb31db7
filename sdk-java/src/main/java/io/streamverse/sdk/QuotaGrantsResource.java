package io.streamverse.sdk;

import io.streamverse.sdk.model.CreateQuotaGrant;
import io.streamverse.sdk.model.DecidedQuota;
import io.streamverse.sdk.model.QuotaGrant;
import io.streamverse.sdk.model.SetQuotaOverride;

/** More of a meter for a tenant than its plan includes. */
public final class QuotaGrantsResource {
    private final Transport transport;

    QuotaGrantsResource(Transport transport) {
        this.transport = transport;
    }

    /**
     * Lists the grants, newest first.
     *
     * @param params which part of the list
     * @return the first page
     */
    public Page<QuotaGrant> list(ListParams params) {
        return list(params, RequestOptions.none());
    }

    /**
     * Lists the grants, newest first.
     *
     * @param params which part of the list
     * @param options what this call does otherwise than the client
     * @return the first page
     */
    @Operation("listQuotaGrants")
    public Page<QuotaGrant> list(ListParams params, RequestOptions options) {
        return transport.page("/operator/v1/quota-grants", params, options, QuotaGrant.class);
    }

    /**
     * Gives a tenant more of a meter, once.
     *
     * @param grant tenant, meter, amount and why
     * @return the grant
     */
    public QuotaGrant create(CreateQuotaGrant grant) {
        return create(grant, RequestOptions.none());
    }

    /**
     * Gives a tenant more of a meter, once.
     *
     * @param grant tenant, meter, amount and why
     * @param options what this call does otherwise than the client
     * @return the grant
     */
    @Operation("createQuotaGrant")
    public QuotaGrant create(CreateQuotaGrant grant, RequestOptions options) {
        return transport.call(Call.post("/operator/v1/quota-grants", grant), options, QuotaGrant.class);
    }

    /**
     * Includes another amount than the plan does, from now on.
     *
     * @param override tenant, meter and amount
     * @return the quota as it is now
     */
    public DecidedQuota override(SetQuotaOverride override) {
        return override(override, RequestOptions.none());
    }

    /**
     * Includes another amount than the plan does, from now on.
     *
     * @param override tenant, meter and amount
     * @param options what this call does otherwise than the client
     * @return the quota as it is now
     */
    @Operation("setQuotaOverride")
    public DecidedQuota override(SetQuotaOverride override, RequestOptions options) {
        return transport.call(Call.put("/operator/v1/quota-overrides", override), options, DecidedQuota.class);
    }
}
