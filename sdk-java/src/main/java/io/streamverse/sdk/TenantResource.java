package io.streamverse.sdk;

import io.streamverse.sdk.model.CloseTenant;
import io.streamverse.sdk.model.Closure;
import io.streamverse.sdk.model.Tenant;
import io.streamverse.sdk.model.UpdateOwnTenant;

/** The tenant whose key the client holds. */
public final class TenantResource {
    private final Transport transport;

    TenantResource(Transport transport) {
        this.transport = transport;
    }

    /**
     * Reads the tenant.
     *
     * @return the tenant
     */
    public Tenant get() {
        return get(RequestOptions.none());
    }

    /**
     * Reads the tenant.
     *
     * @param options what this call does otherwise than the client
     * @return the tenant
     */
    @Operation("getOwnTenant")
    public Tenant get(RequestOptions options) {
        return transport.call(Call.get("/v1/tenant"), options, Tenant.class);
    }

    /**
     * Reads the tenant together with the mark of its state, for a change that must not overwrite another.
     *
     * @return the tenant and its ETag
     */
    public Versioned<Tenant> getVersioned() {
        return getVersioned(RequestOptions.none());
    }

    /**
     * Reads the tenant together with the mark of its state, for a change that must not overwrite another.
     *
     * @param options what this call does otherwise than the client
     * @return the tenant and its ETag
     */
    @Operation("getOwnTenant")
    public Versioned<Tenant> getVersioned(RequestOptions options) {
        return transport.versioned(Call.get("/v1/tenant"), options, Tenant.class);
    }

    /**
     * Changes the tenant.
     *
     * @param patch the fields to change; a field set to null is cleared, one never set stays
     * @return the tenant as it is now
     * @throws PreconditionFailedException if {@link RequestOptions#withIfMatch} was given and somebody else changed it meanwhile
     */
    public Tenant update(UpdateOwnTenant patch) {
        return update(patch, RequestOptions.none());
    }

    /**
     * Changes the tenant.
     *
     * @param patch the fields to change; a field set to null is cleared, one never set stays
     * @param options what this call does otherwise than the client
     * @return the tenant as it is now
     * @throws PreconditionFailedException if {@link RequestOptions#withIfMatch} was given and somebody else changed it meanwhile
     */
    @Operation("updateOwnTenant")
    public Tenant update(UpdateOwnTenant patch, RequestOptions options) {
        return transport.call(Call.patch("/v1/tenant", patch), options, Tenant.class);
    }

    /**
     * Asks for the end of the tenant. It begins nothing new, goes on serving its viewers, and can be reopened until its end;
     * then it is erased. Needs a key of {@code live} with the scope {@code closure:write}.
     *
     * @param closure why, and for how many days it can be reopened
     * @return when it ends
     * @throws ConflictException if the operator closes it
     * @throws ValidationException if the grace is shorter than the platform allows
     */
    public Closure close(CloseTenant closure) {
        return close(closure, RequestOptions.none());
    }

    /**
     * Asks for the end of the tenant. It begins nothing new, goes on serving its viewers, and can be reopened until its end;
     * then it is erased. Needs a key of {@code live} with the scope {@code closure:write}.
     *
     * @param closure why, and for how many days it can be reopened
     * @param options what this call does otherwise than the client
     * @return when it ends
     * @throws ConflictException if the operator closes it
     * @throws ValidationException if the grace is shorter than the platform allows
     */
    @Operation("closeOwnTenant")
    public Closure close(CloseTenant closure, RequestOptions options) {
        return transport.call(Call.post("/v1/tenant/closure", closure), options, Closure.class);
    }

    /**
     * Takes back an end that the tenant asked for itself.
     *
     * @throws ConflictException if the operator closes it
     */
    public void reopen() {
        reopen(RequestOptions.none());
    }

    /**
     * Takes back an end that the tenant asked for itself.
     *
     * @param options what this call does otherwise than the client
     * @throws ConflictException if the operator closes it
     */
    @Operation("reopenOwnTenant")
    public void reopen(RequestOptions options) {
        transport.callWithoutAnswer(Call.delete("/v1/tenant/closure"), options);
    }
}
