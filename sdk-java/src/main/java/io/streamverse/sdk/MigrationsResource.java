package io.streamverse.sdk;

import io.streamverse.sdk.model.Migration;

/** How each tenant's schemas stand against the release that runs. */
public final class MigrationsResource {
    private final Transport transport;

    MigrationsResource(Transport transport) {
        this.transport = transport;
    }

    /**
     * Lists the tenants with the versions of their schemas, newest tenant first; {@code failed} is a filter.
     *
     * @param params which part of the list
     * @return the first page
     */
    public Page<Migration> list(ListParams params) {
        return list(params, RequestOptions.none());
    }

    /**
     * Lists the tenants with the versions of their schemas, newest tenant first; {@code failed} is a filter.
     *
     * @param params which part of the list
     * @param options what this call does otherwise than the client
     * @return the first page
     */
    @Operation("listMigrations")
    public Page<Migration> list(ListParams params, RequestOptions options) {
        return transport.page("/operator/v1/migrations", params, options, Migration.class);
    }
}
