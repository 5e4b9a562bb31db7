package io.streamverse.sdk;

import io.streamverse.sdk.model.CreateGrant;
import io.streamverse.sdk.model.Grant;
import io.streamverse.sdk.model.UpdateGrant;

/** What gives a viewer tiers. Each grant has a source of its own, and one ending never ends another. */
public final class GrantsResource {
    private final Transport transport;

    GrantsResource(Transport transport) {
        this.transport = transport;
    }

    /**
     * Gives a viewer a tier.
     *
     * @param viewerId the viewer's id, such as {@code vwr_…}
     * @param grant which tier, until when, and where it comes from
     * @return the grant; that which there is where the same came from the same source before
     * @throws NotFoundException if there is no such viewer
     * @throws ValidationException if there is no such tier, or the source has no name
     * @throws ConflictException if the viewer has a grant of this source that gives something else: update that
     */
    public Grant create(String viewerId, CreateGrant grant) {
        return create(viewerId, grant, RequestOptions.none());
    }

    /**
     * Gives a viewer a tier.
     *
     * @param viewerId the viewer's id, such as {@code vwr_…}
     * @param grant which tier, until when, and where it comes from
     * @param options what this call does otherwise than the client
     * @return the grant; that which there is where the same came from the same source before
     * @throws NotFoundException if there is no such viewer
     * @throws ValidationException if there is no such tier, or the source has no name
     * @throws ConflictException if the viewer has a grant of this source that gives something else: update that
     */
    @Operation("createGrant")
    public Grant create(String viewerId, CreateGrant grant, RequestOptions options) {
        return transport.call(Call.post(Call.path("/v1/viewers/{}/grants", viewerId), grant), options, Grant.class);
    }

    /**
     * Lists the grants of a viewer, newest first, with those that are over.
     *
     * @param viewerId the viewer's id, such as {@code vwr_…}
     * @param params which part of the list; {@code externalId} is that of the source
     * @return the first page
     * @throws NotFoundException if there is no such viewer
     */
    public Page<Grant> list(String viewerId, ListParams params) {
        return list(viewerId, params, RequestOptions.none());
    }

    /**
     * Lists the grants of a viewer, newest first, with those that are over.
     *
     * @param viewerId the viewer's id, such as {@code vwr_…}
     * @param params which part of the list; {@code externalId} is that of the source
     * @param options what this call does otherwise than the client
     * @return the first page
     * @throws NotFoundException if there is no such viewer
     */
    @Operation("listGrants")
    public Page<Grant> list(String viewerId, ListParams params, RequestOptions options) {
        return transport.page(Call.path("/v1/viewers/{}/grants", viewerId), params, options, Grant.class);
    }

    /**
     * Reads a grant.
     *
     * @param viewerId the viewer's id, such as {@code vwr_…}
     * @param id the grant's id, such as {@code grn_…}
     * @return the grant
     * @throws NotFoundException if there is no such viewer, or the grant is not theirs
     */
    public Grant get(String viewerId, String id) {
        return get(viewerId, id, RequestOptions.none());
    }

    /**
     * Reads a grant.
     *
     * @param viewerId the viewer's id, such as {@code vwr_…}
     * @param id the grant's id, such as {@code grn_…}
     * @param options what this call does otherwise than the client
     * @return the grant
     * @throws NotFoundException if there is no such viewer, or the grant is not theirs
     */
    @Operation("getGrant")
    public Grant get(String viewerId, String id, RequestOptions options) {
        return transport.call(
                Call.get(Call.path("/v1/viewers/{}/grants", viewerId) + Call.path("/{}", id)), options, Grant.class);
    }

    /**
     * Reads a grant together with the mark of its state, for a change that must not overwrite another.
     *
     * @param viewerId the viewer's id, such as {@code vwr_…}
     * @param id the grant's id, such as {@code grn_…}
     * @return the grant and its ETag
     * @throws NotFoundException if there is no such viewer, or the grant is not theirs
     */
    public Versioned<Grant> getVersioned(String viewerId, String id) {
        return getVersioned(viewerId, id, RequestOptions.none());
    }

    /**
     * Reads a grant together with the mark of its state, for a change that must not overwrite another.
     *
     * @param viewerId the viewer's id, such as {@code vwr_…}
     * @param id the grant's id, such as {@code grn_…}
     * @param options what this call does otherwise than the client
     * @return the grant and its ETag
     * @throws NotFoundException if there is no such viewer, or the grant is not theirs
     */
    @Operation("getGrant")
    public Versioned<Grant> getVersioned(String viewerId, String id, RequestOptions options) {
        return transport.versioned(
                Call.get(Call.path("/v1/viewers/{}/grants", viewerId) + Call.path("/{}", id)), options, Grant.class);
    }

    /**
     * Prolongs a grant, or lets it give another tier.
     *
     * @param viewerId the viewer's id, such as {@code vwr_…}
     * @param id the grant's id, such as {@code grn_…}
     * @param patch the fields to change; one never set stays
     * @return the grant as it is now
     * @throws NotFoundException if there is no such viewer, or the grant is not theirs
     * @throws ConflictException if it was taken away
     * @throws PreconditionFailedException if {@link RequestOptions#withIfMatch} was given and somebody else changed it meanwhile
     */
    public Grant update(String viewerId, String id, UpdateGrant patch) {
        return update(viewerId, id, patch, RequestOptions.none());
    }

    /**
     * Prolongs a grant, or lets it give another tier.
     *
     * @param viewerId the viewer's id, such as {@code vwr_…}
     * @param id the grant's id, such as {@code grn_…}
     * @param patch the fields to change; one never set stays
     * @param options what this call does otherwise than the client
     * @return the grant as it is now
     * @throws NotFoundException if there is no such viewer, or the grant is not theirs
     * @throws ConflictException if it was taken away
     * @throws PreconditionFailedException if {@link RequestOptions#withIfMatch} was given and somebody else changed it meanwhile
     */
    @Operation("updateGrant")
    public Grant update(String viewerId, String id, UpdateGrant patch, RequestOptions options) {
        return transport.call(
                Call.patch(Call.path("/v1/viewers/{}/grants", viewerId) + Call.path("/{}", id), patch),
                options,
                Grant.class);
    }

    /**
     * Takes a grant away, for good. The viewer's others go on.
     *
     * @param viewerId the viewer's id, such as {@code vwr_…}
     * @param id the grant's id, such as {@code grn_…}
     * @throws NotFoundException if there is no such viewer, or the grant is not theirs
     */
    public void end(String viewerId, String id) {
        end(viewerId, id, RequestOptions.none());
    }

    /**
     * Takes a grant away, for good. The viewer's others go on.
     *
     * @param viewerId the viewer's id, such as {@code vwr_…}
     * @param id the grant's id, such as {@code grn_…}
     * @param options what this call does otherwise than the client
     * @throws NotFoundException if there is no such viewer, or the grant is not theirs
     */
    @Operation("endGrant")
    public void end(String viewerId, String id, RequestOptions options) {
        transport.callWithoutAnswer(
                Call.delete(Call.path("/v1/viewers/{}/grants", viewerId) + Call.path("/{}", id)), options);
    }
}
