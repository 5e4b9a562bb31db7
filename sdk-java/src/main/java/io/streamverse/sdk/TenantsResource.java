package io.streamverse.sdk;

import io.streamverse.sdk.model.CloseTenant;
import io.streamverse.sdk.model.Closure;
import io.streamverse.sdk.model.CreateTenant;
import io.streamverse.sdk.model.SuspendTenant;
import io.streamverse.sdk.model.Tenant;
import io.streamverse.sdk.model.UpdateTenant;

/** The tenants of the platform, for its operator. */
public final class TenantsResource {
    private final Transport transport;

    TenantsResource(Transport transport) {
        this.transport = transport;
    }

    /**
     * Creates a tenant with its storage, its first keys and its subscription. It is usable when this returns.
     *
     * @param tenant slug, name, plan, owner, country and currency; no two tenants share a slug
     * @return the tenant; its {@link Tenant#apiKeys()} are shown here and never again
     * @throws ConflictException if the slug or the external id is taken
     */
    public Tenant create(CreateTenant tenant) {
        return create(tenant, RequestOptions.none());
    }

    /**
     * Creates a tenant with its storage, its first keys and its subscription. It is usable when this returns.
     *
     * @param tenant slug, name, plan, owner, country and currency; no two tenants share a slug
     * @param options what this call does otherwise than the client
     * @return the tenant; its {@link Tenant#apiKeys()} are shown here and never again
     * @throws ConflictException if the slug or the external id is taken
     */
    @Operation("createTenant")
    public Tenant create(CreateTenant tenant, RequestOptions options) {
        return transport.call(Call.post("/operator/v1/tenants", tenant), options, Tenant.class);
    }

    /**
     * Lists the tenants, newest first.
     *
     * @param params which part of the list
     * @return the first page
     */
    public Page<Tenant> list(ListParams params) {
        return list(params, RequestOptions.none());
    }

    /**
     * Lists the tenants, newest first.
     *
     * @param params which part of the list
     * @param options what this call does otherwise than the client
     * @return the first page
     */
    @Operation("listTenants")
    public Page<Tenant> list(ListParams params, RequestOptions options) {
        return transport.page("/operator/v1/tenants", params, options, Tenant.class);
    }

    /**
     * Reads a tenant.
     *
     * @param id the tenant, such as {@code tnt_…}
     * @return the tenant, without the keys that were shown when it was created
     * @throws NotFoundException if there is no such tenant
     */
    public Tenant get(String id) {
        return get(id, RequestOptions.none());
    }

    /**
     * Reads a tenant.
     *
     * @param id the tenant, such as {@code tnt_…}
     * @param options what this call does otherwise than the client
     * @return the tenant, without the keys that were shown when it was created
     * @throws NotFoundException if there is no such tenant
     */
    @Operation("getTenant")
    public Tenant get(String id, RequestOptions options) {
        return transport.call(Call.get(Call.path("/operator/v1/tenants/{}", id)), options, Tenant.class);
    }

    /**
     * Reads a tenant together with the mark of its state, for a change that must not overwrite another.
     *
     * @param id the tenant, such as {@code tnt_…}
     * @return the tenant and its ETag
     * @throws NotFoundException if there is no such tenant
     */
    public Versioned<Tenant> getVersioned(String id) {
        return getVersioned(id, RequestOptions.none());
    }

    /**
     * Reads a tenant together with the mark of its state, for a change that must not overwrite another.
     *
     * @param id the tenant, such as {@code tnt_…}
     * @param options what this call does otherwise than the client
     * @return the tenant and its ETag
     * @throws NotFoundException if there is no such tenant
     */
    @Operation("getTenant")
    public Versioned<Tenant> getVersioned(String id, RequestOptions options) {
        return transport.versioned(Call.get(Call.path("/operator/v1/tenants/{}", id)), options, Tenant.class);
    }

    /**
     * Changes a tenant.
     *
     * @param id the tenant, such as {@code tnt_…}
     * @param patch the fields to change; a field set to null is cleared, one never set stays
     * @return the tenant as it is now
     * @throws NotFoundException if there is no such tenant
     * @throws PreconditionFailedException if {@link RequestOptions#withIfMatch} was given and somebody else changed it meanwhile
     */
    public Tenant update(String id, UpdateTenant patch) {
        return update(id, patch, RequestOptions.none());
    }

    /**
     * Changes a tenant.
     *
     * @param id the tenant, such as {@code tnt_…}
     * @param patch the fields to change; a field set to null is cleared, one never set stays
     * @param options what this call does otherwise than the client
     * @return the tenant as it is now
     * @throws NotFoundException if there is no such tenant
     * @throws PreconditionFailedException if {@link RequestOptions#withIfMatch} was given and somebody else changed it meanwhile
     */
    @Operation("updateTenant")
    public Tenant update(String id, UpdateTenant patch, RequestOptions options) {
        return transport.call(Call.patch(Call.path("/operator/v1/tenants/{}", id), patch), options, Tenant.class);
    }

    /**
     * Suspends a tenant, or changes how strictly it is suspended. Effective on every server within a second.
     *
     * @param id the tenant, such as {@code tnt_…}
     * @param suspension how strictly, why, and from when on
     * @return the tenant as it is now
     * @throws NotFoundException if there is no such tenant
     */
    public Tenant suspend(String id, SuspendTenant suspension) {
        return suspend(id, suspension, RequestOptions.none());
    }

    /**
     * Suspends a tenant, or changes how strictly it is suspended. Effective on every server within a second.
     *
     * @param id the tenant, such as {@code tnt_…}
     * @param suspension how strictly, why, and from when on
     * @param options what this call does otherwise than the client
     * @return the tenant as it is now
     * @throws NotFoundException if there is no such tenant
     */
    @Operation("suspendTenant")
    public Tenant suspend(String id, SuspendTenant suspension, RequestOptions options) {
        return transport.call(
                Call.post(Call.path("/operator/v1/tenants/{}/suspension", id), suspension), options, Tenant.class);
    }

    /**
     * Ends the suspension of a tenant. Effective on every server within a second.
     *
     * @param id the tenant, such as {@code tnt_…}
     * @return the tenant as it is now
     * @throws NotFoundException if there is no such tenant
     */
    public Tenant resume(String id) {
        return resume(id, RequestOptions.none());
    }

    /**
     * Ends the suspension of a tenant. Effective on every server within a second.
     *
     * @param id the tenant, such as {@code tnt_…}
     * @param options what this call does otherwise than the client
     * @return the tenant as it is now
     * @throws NotFoundException if there is no such tenant
     */
    @Operation("resumeTenant")
    public Tenant resume(String id, RequestOptions options) {
        return transport.call(Call.delete(Call.path("/operator/v1/tenants/{}/suspension", id)), options, Tenant.class);
    }

    /**
     * Closes a tenant, or dates its end anew. It begins nothing new, goes on serving its viewers, and can be reopened until
     * its end; then it is erased.
     *
     * @param id the tenant, such as {@code ten_…}
     * @param closure why, and for how many days it can be reopened
     * @return when it ends
     * @throws NotFoundException if there is no such tenant
     */
    public Closure close(String id, CloseTenant closure) {
        return close(id, closure, RequestOptions.none());
    }

    /**
     * Closes a tenant, or dates its end anew. It begins nothing new, goes on serving its viewers, and can be reopened until
     * its end; then it is erased.
     *
     * @param id the tenant, such as {@code ten_…}
     * @param closure why, and for how many days it can be reopened
     * @param options what this call does otherwise than the client
     * @return when it ends
     * @throws NotFoundException if there is no such tenant
     */
    @Operation("closeTenant")
    public Closure close(String id, CloseTenant closure, RequestOptions options) {
        return transport.call(
                Call.post(Call.path("/operator/v1/tenants/{}/closure", id), closure), options, Closure.class);
    }

    /**
     * Reopens a tenant before its end; everything is as it was. One that was not closed stays as it is.
     *
     * @param id the tenant, such as {@code ten_…}
     * @throws NotFoundException if there is no such tenant, or its erasure has begun
     */
    public void reopen(String id) {
        reopen(id, RequestOptions.none());
    }

    /**
     * Reopens a tenant before its end; everything is as it was. One that was not closed stays as it is.
     *
     * @param id the tenant, such as {@code ten_…}
     * @param options what this call does otherwise than the client
     * @throws NotFoundException if there is no such tenant, or its erasure has begun
     */
    @Operation("reopenTenant")
    public void reopen(String id, RequestOptions options) {
        transport.callWithoutAnswer(Call.delete(Call.path("/operator/v1/tenants/{}/closure", id)), options);
    }
}
