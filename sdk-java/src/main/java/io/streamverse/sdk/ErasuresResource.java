package io.streamverse.sdk;

import io.streamverse.sdk.model.EraseTenant;
import io.streamverse.sdk.model.Erasure;
import java.nio.file.Path;

/** Tenants that are being erased, and those that were, each with its certificate. */
public final class ErasuresResource {
    private final Transport transport;

    ErasuresResource(Transport transport) {
        this.transport = transport;
    }

    /**
     * Erases a tenant, whatever grace it still had. Nothing takes it back.
     *
     * @param tenantId the tenant, such as {@code ten_…}
     * @param erasure the tenant's slug, so that nobody destroys another than they mean, and why
     * @return the erasure, which runs from now on
     * @throws NotFoundException if there is no such tenant, or it is being erased already
     * @throws ValidationException if the slug is not the tenant's
     */
    public Erasure begin(String tenantId, EraseTenant erasure) {
        return begin(tenantId, erasure, RequestOptions.none());
    }

    /**
     * Erases a tenant, whatever grace it still had. Nothing takes it back.
     *
     * @param tenantId the tenant, such as {@code ten_…}
     * @param erasure the tenant's slug, so that nobody destroys another than they mean, and why
     * @param options what this call does otherwise than the client
     * @return the erasure, which runs from now on
     * @throws NotFoundException if there is no such tenant, or it is being erased already
     * @throws ValidationException if the slug is not the tenant's
     */
    @Operation("eraseTenant")
    public Erasure begin(String tenantId, EraseTenant erasure, RequestOptions options) {
        return transport.call(
                Call.post(Call.path("/operator/v1/tenants/{}/erasure", tenantId), erasure), options, Erasure.class);
    }

    /**
     * Lists erasures, newest first; {@code tenantId} is a filter.
     *
     * @param params which part of the list
     * @return the first page
     */
    public Page<Erasure> list(ListParams params) {
        return list(params, RequestOptions.none());
    }

    /**
     * Lists erasures, newest first; {@code tenantId} is a filter.
     *
     * @param params which part of the list
     * @param options what this call does otherwise than the client
     * @return the first page
     */
    @Operation("listErasures")
    public Page<Erasure> list(ListParams params, RequestOptions options) {
        return transport.page("/operator/v1/erasures", params, options, Erasure.class);
    }

    /**
     * Reads how an erasure stands, store by store.
     *
     * @param id the erasure, such as {@code ers_…}
     * @return the erasure
     * @throws NotFoundException if there is no such erasure
     */
    public Erasure get(String id) {
        return get(id, RequestOptions.none());
    }

    /**
     * Reads how an erasure stands, store by store.
     *
     * @param id the erasure, such as {@code ers_…}
     * @param options what this call does otherwise than the client
     * @return the erasure
     * @throws NotFoundException if there is no such erasure
     */
    @Operation("getErasure")
    public Erasure get(String id, RequestOptions options) {
        return transport.call(Call.get(Call.path("/operator/v1/erasures/{}", id)), options, Erasure.class);
    }

    /**
     * Saves the certificate of an erasure that is done: a JWS in compact form. The keys to check it with are at
     * {@code /.well-known/erasure-jwks.json}.
     *
     * @param id the erasure, such as {@code ers_…}
     * @param file where to; what was there is replaced
     * @throws ConflictException if the erasure is not done yet
     * @throws NotFoundException if there is no such erasure
     */
    public void saveCertificate(String id, Path file) {
        saveCertificate(id, file, RequestOptions.none());
    }

    /**
     * Saves the certificate of an erasure that is done: a JWS in compact form. The keys to check it with are at
     * {@code /.well-known/erasure-jwks.json}.
     *
     * @param id the erasure, such as {@code ers_…}
     * @param file where to; what was there is replaced
     * @param options what this call does otherwise than the client
     * @throws ConflictException if the erasure is not done yet
     * @throws NotFoundException if there is no such erasure
     */
    @Operation("getErasureCertificate")
    public void saveCertificate(String id, Path file, RequestOptions options) {
        transport.save(Call.get(Call.path("/operator/v1/erasures/{}/certificate", id)), options, file);
    }
}
