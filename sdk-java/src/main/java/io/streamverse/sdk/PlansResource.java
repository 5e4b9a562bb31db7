package io.streamverse.sdk;

import io.streamverse.sdk.model.CreatePlan;
import io.streamverse.sdk.model.CreatePlanVersion;
import io.streamverse.sdk.model.Plan;
import io.streamverse.sdk.model.PlanDetail;
import io.streamverse.sdk.model.PlanOffer;
import io.streamverse.sdk.model.PlanPreviews;

/** The plans tenants subscribe to, and their prices. */
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

    /**
     * Creates a plan with its first version.
     *
     * @param plan code, name, offers
     * @return the plan
     * @throws ConflictException if the code is taken
     * @throws ValidationException if an offer does not add up
     */
    public PlanDetail create(CreatePlan plan) {
        return create(plan, RequestOptions.none());
    }

    /**
     * Creates a plan with its first version.
     *
     * @param plan code, name, offers
     * @param options what this call does otherwise than the client
     * @return the plan
     * @throws ConflictException if the code is taken
     * @throws ValidationException if an offer does not add up
     */
    @Operation("createPlan")
    public PlanDetail create(CreatePlan plan, RequestOptions options) {
        return transport.call(Call.post("/operator/v1/plans", plan), options, PlanDetail.class);
    }

    /**
     * Reads a plan with all its versions.
     *
     * @param code the plan, such as {@code starter}
     * @return the plan
     * @throws NotFoundException if there is no such plan
     */
    public PlanDetail get(String code) {
        return get(code, RequestOptions.none());
    }

    /**
     * Reads a plan with all its versions.
     *
     * @param code the plan, such as {@code starter}
     * @param options what this call does otherwise than the client
     * @return the plan
     * @throws NotFoundException if there is no such plan
     */
    @Operation("getPlan")
    public PlanDetail get(String code, RequestOptions options) {
        return transport.call(Call.get(Call.path("/operator/v1/plans/{}", code)), options, PlanDetail.class);
    }

    /**
     * Changes what a plan offers, from an instant to come; the past stays as it was.
     *
     * @param code the plan
     * @param version offers, and from when
     * @return the plan with its versions
     * @throws NotFoundException if there is no such plan
     * @throws ValidationException if an offer does not add up
     */
    public PlanDetail createVersion(String code, CreatePlanVersion version) {
        return createVersion(code, version, RequestOptions.none());
    }

    /**
     * Changes what a plan offers, from an instant to come; the past stays as it was.
     *
     * @param code the plan
     * @param version offers, and from when
     * @param options what this call does otherwise than the client
     * @return the plan with its versions
     * @throws NotFoundException if there is no such plan
     * @throws ValidationException if an offer does not add up
     */
    @Operation("createPlanVersion")
    public PlanDetail createVersion(String code, CreatePlanVersion version, RequestOptions options) {
        return transport.call(
                Call.post(Call.path("/operator/v1/plans/{}/versions", code), version), options, PlanDetail.class);
    }

    /**
     * Says what a change would have cost the tenants of a plan in their last full period. Changes nothing.
     *
     * @param code the plan
     * @param offer what it would offer
     * @return old and new totals
     * @throws NotFoundException if there is no such plan
     */
    public PlanPreviews preview(String code, PlanOffer offer) {
        return preview(code, offer, RequestOptions.none());
    }

    /**
     * Says what a change would have cost the tenants of a plan in their last full period. Changes nothing.
     *
     * @param code the plan
     * @param offer what it would offer
     * @param options what this call does otherwise than the client
     * @return old and new totals
     * @throws NotFoundException if there is no such plan
     */
    @Operation("previewPlan")
    public PlanPreviews preview(String code, PlanOffer offer, RequestOptions options) {
        return transport.call(
                Call.post(Call.path("/operator/v1/plans/{}/previews", code), offer), options, PlanPreviews.class);
    }
}
