package io.streamverse.sdk;

import io.streamverse.sdk.model.Budget;
import io.streamverse.sdk.model.DecidedQuota;
import io.streamverse.sdk.model.Quotas;
import io.streamverse.sdk.model.SetBudget;
import io.streamverse.sdk.model.UpdateQuota;

/** What may still be used, and what it may cost. */
public final class QuotasResource {
    private final Transport transport;

    QuotasResource(Transport transport) {
        this.transport = transport;
    }

    /**
     * Reads every quota, with the parts each number is made of.
     *
     * @return the quotas and the budget
     */
    public Quotas list() {
        return list(RequestOptions.none());
    }

    /**
     * Reads every quota, with the parts each number is made of.
     *
     * @param options what this call does otherwise than the client
     * @return the quotas and the budget
     */
    @Operation("listQuotas")
    public Quotas list(RequestOptions options) {
        return transport.call(Call.get("/v1/quotas"), options, Quotas.class);
    }

    /**
     * Asks for a hard cap of a meter, or for a soft one again.
     *
     * @param meter the meter, such as {@code delivery.bytes}
     * @param patch the fields to change
     * @return the quota as billing decided it
     * @throws NotFoundException if there is no such quota
     * @throws ConflictException if the plan fixes it
     */
    public DecidedQuota update(String meter, UpdateQuota patch) {
        return update(meter, patch, RequestOptions.none());
    }

    /**
     * Asks for a hard cap of a meter, or for a soft one again.
     *
     * @param meter the meter, such as {@code delivery.bytes}
     * @param patch the fields to change
     * @param options what this call does otherwise than the client
     * @return the quota as billing decided it
     * @throws NotFoundException if there is no such quota
     * @throws ConflictException if the plan fixes it
     */
    @Operation("updateQuota")
    public DecidedQuota update(String meter, UpdateQuota patch, RequestOptions options) {
        return transport.call(Call.patch(Call.path("/v1/quotas/{}", meter), patch), options, DecidedQuota.class);
    }

    /**
     * Reads what a period may cost, and what this one has cost so far.
     *
     * @return the budget
     */
    public Budget getBudget() {
        return getBudget(RequestOptions.none());
    }

    /**
     * Reads what a period may cost, and what this one has cost so far.
     *
     * @param options what this call does otherwise than the client
     * @return the budget
     */
    @Operation("getBudget")
    public Budget getBudget(RequestOptions options) {
        return transport.call(Call.get("/v1/budget"), options, Budget.class);
    }

    /**
     * Sets what a period may cost; once it has, hard meters are refused.
     *
     * @param budget the amount, or none to refuse nothing
     * @return the budget as it is now
     */
    public Budget setBudget(SetBudget budget) {
        return setBudget(budget, RequestOptions.none());
    }

    /**
     * Sets what a period may cost; once it has, hard meters are refused.
     *
     * @param budget the amount, or none to refuse nothing
     * @param options what this call does otherwise than the client
     * @return the budget as it is now
     */
    @Operation("setBudget")
    public Budget setBudget(SetBudget budget, RequestOptions options) {
        return transport.call(Call.put("/v1/budget", budget), options, Budget.class);
    }
}
