package io.streamverse.sdk;

import io.streamverse.sdk.model.PutTier;
import io.streamverse.sdk.model.Tier;
import io.streamverse.sdk.model.TierList;
import io.streamverse.sdk.model.UpdateTier;

/** What viewers pay for. The tiers {@code basic}, {@code standard}, {@code premium} and {@code family} are there from the start. */
public final class TiersResource {
    private final Transport transport;

    TiersResource(Transport transport) {
        this.transport = transport;
    }

    /**
     * Lists the tiers, the lowest first.
     *
     * @return all of them
     */
    public TierList list() {
        return list(RequestOptions.none());
    }

    /**
     * Lists the tiers, the lowest first.
     *
     * @param options what this call does otherwise than the client
     * @return all of them
     */
    @Operation("listTiers")
    public TierList list(RequestOptions options) {
        return transport.call(Call.get("/v1/tiers"), options, TierList.class);
    }

    /**
     * Reads a tier.
     *
     * @param name the tier's name, such as {@code premium}
     * @return the tier
     * @throws NotFoundException if there is no such tier
     */
    public Tier get(String name) {
        return get(name, RequestOptions.none());
    }

    /**
     * Reads a tier.
     *
     * @param name the tier's name, such as {@code premium}
     * @param options what this call does otherwise than the client
     * @return the tier
     * @throws NotFoundException if there is no such tier
     */
    @Operation("getTier")
    public Tier get(String name, RequestOptions options) {
        return transport.call(Call.get(Call.path("/v1/tiers/{}", name)), options, Tier.class);
    }

    /**
     * Reads a tier together with the mark of its state, for a change that must not overwrite another.
     *
     * @param name the tier's name, such as {@code premium}
     * @return the tier and its ETag
     * @throws NotFoundException if there is no such tier
     */
    public Versioned<Tier> getVersioned(String name) {
        return getVersioned(name, RequestOptions.none());
    }

    /**
     * Reads a tier together with the mark of its state, for a change that must not overwrite another.
     *
     * @param name the tier's name, such as {@code premium}
     * @param options what this call does otherwise than the client
     * @return the tier and its ETag
     * @throws NotFoundException if there is no such tier
     */
    @Operation("getTier")
    public Versioned<Tier> getVersioned(String name, RequestOptions options) {
        return transport.versioned(Call.get(Call.path("/v1/tiers/{}", name)), options, Tier.class);
    }

    /**
     * Makes a tier, or replaces it as a whole.
     *
     * @param name the tier's name, such as {@code premium}
     * @param tier the tier as a whole; what is not set is taken away
     * @return the tier as it is now
     * @throws ValidationException if a number or text makes no sense; its field errors point at it
     * @throws PreconditionFailedException if {@link RequestOptions#withIfMatch} was given and somebody else changed it meanwhile
     */
    public Tier put(String name, PutTier tier) {
        return put(name, tier, RequestOptions.none());
    }

    /**
     * Makes a tier, or replaces it as a whole.
     *
     * @param name the tier's name, such as {@code premium}
     * @param tier the tier as a whole; what is not set is taken away
     * @param options what this call does otherwise than the client
     * @return the tier as it is now
     * @throws ValidationException if a number or text makes no sense; its field errors point at it
     * @throws PreconditionFailedException if {@link RequestOptions#withIfMatch} was given and somebody else changed it meanwhile
     */
    @Operation("putTier")
    public Tier put(String name, PutTier tier, RequestOptions options) {
        return transport.call(Call.put(Call.path("/v1/tiers/{}", name), tier), options, Tier.class);
    }

    /**
     * Changes a tier.
     *
     * @param name the tier's name, such as {@code premium}
     * @param patch the fields to change; one never set stays
     * @return the tier as it is now
     * @throws NotFoundException if there is no such tier
     * @throws ValidationException if a number or text makes no sense; its field errors point at it
     * @throws PreconditionFailedException if {@link RequestOptions#withIfMatch} was given and somebody else changed it meanwhile
     */
    public Tier update(String name, UpdateTier patch) {
        return update(name, patch, RequestOptions.none());
    }

    /**
     * Changes a tier.
     *
     * @param name the tier's name, such as {@code premium}
     * @param patch the fields to change; one never set stays
     * @param options what this call does otherwise than the client
     * @return the tier as it is now
     * @throws NotFoundException if there is no such tier
     * @throws ValidationException if a number or text makes no sense; its field errors point at it
     * @throws PreconditionFailedException if {@link RequestOptions#withIfMatch} was given and somebody else changed it meanwhile
     */
    @Operation("updateTier")
    public Tier update(String name, UpdateTier patch, RequestOptions options) {
        return transport.call(Call.patch(Call.path("/v1/tiers/{}", name), patch), options, Tier.class);
    }

    /**
     * Deletes a tier that no viewer has.
     *
     * @param name the tier's name, such as {@code premium}
     * @throws NotFoundException if there is no such tier; also when a first attempt took effect and only its answer was lost
     * @throws ConflictException if a viewer has it
     */
    public void delete(String name) {
        delete(name, RequestOptions.none());
    }

    /**
     * Deletes a tier that no viewer has.
     *
     * @param name the tier's name, such as {@code premium}
     * @param options what this call does otherwise than the client
     * @throws NotFoundException if there is no such tier; also when a first attempt took effect and only its answer was lost
     * @throws ConflictException if a viewer has it
     */
    @Operation("deleteTier")
    public void delete(String name, RequestOptions options) {
        transport.callWithoutAnswer(Call.delete(Call.path("/v1/tiers/{}", name)), options);
    }
}
