package io.streamverse.sdk;

import io.streamverse.sdk.model.ApiKey;
import io.streamverse.sdk.model.ApiKeyWithSecret;
import io.streamverse.sdk.model.CreateApiKey;
import io.streamverse.sdk.model.RotateApiKey;
import io.streamverse.sdk.model.UpdateApiKey;

/** The keys a tenant's programs sign in with. */
public final class ApiKeysResource {
    private final Transport transport;

    ApiKeysResource(Transport transport) {
        this.transport = transport;
    }

    /**
     * Creates a key.
     *
     * @param key name and scopes; it is for the environment of the key that asks
     * @return the key; its {@link ApiKeyWithSecret#key()} is shown here and never again
     * @throws ForbiddenException if a scope is wider than those of the client's own key
     */
    public ApiKeyWithSecret create(CreateApiKey key) {
        return create(key, RequestOptions.none());
    }

    /**
     * Creates a key.
     *
     * @param key name and scopes; it is for the environment of the key that asks
     * @param options what this call does otherwise than the client
     * @return the key; its {@link ApiKeyWithSecret#key()} is shown here and never again
     * @throws ForbiddenException if a scope is wider than those of the client's own key
     */
    @Operation("createApiKey")
    public ApiKeyWithSecret create(CreateApiKey key, RequestOptions options) {
        return transport.call(Call.post("/v1/api-keys", key), options, ApiKeyWithSecret.class);
    }

    /**
     * Lists the keys, newest first, without their secrets.
     *
     * @param params which part of the list
     * @return the first page
     */
    public Page<ApiKey> list(ListParams params) {
        return list(params, RequestOptions.none());
    }

    /**
     * Lists the keys, newest first, without their secrets.
     *
     * @param params which part of the list
     * @param options what this call does otherwise than the client
     * @return the first page
     */
    @Operation("listApiKeys")
    public Page<ApiKey> list(ListParams params, RequestOptions options) {
        return transport.page("/v1/api-keys", params, options, ApiKey.class);
    }

    /**
     * Reads a key, without its secret.
     *
     * @param id the key's id, such as {@code key_…}; not the key itself
     * @return the key
     * @throws NotFoundException if there is no such key
     */
    public ApiKey get(String id) {
        return get(id, RequestOptions.none());
    }

    /**
     * Reads a key, without its secret.
     *
     * @param id the key's id, such as {@code key_…}; not the key itself
     * @param options what this call does otherwise than the client
     * @return the key
     * @throws NotFoundException if there is no such key
     */
    @Operation("getApiKey")
    public ApiKey get(String id, RequestOptions options) {
        return transport.call(Call.get(Call.path("/v1/api-keys/{}", id)), options, ApiKey.class);
    }

    /**
     * Reads a key together with the mark of its state, for a change that must not overwrite another.
     *
     * @param id the key's id, such as {@code key_…}; not the key itself
     * @return the key and its ETag
     * @throws NotFoundException if there is no such key
     */
    public Versioned<ApiKey> getVersioned(String id) {
        return getVersioned(id, RequestOptions.none());
    }

    /**
     * Reads a key together with the mark of its state, for a change that must not overwrite another.
     *
     * @param id the key's id, such as {@code key_…}; not the key itself
     * @param options what this call does otherwise than the client
     * @return the key and its ETag
     * @throws NotFoundException if there is no such key
     */
    @Operation("getApiKey")
    public Versioned<ApiKey> getVersioned(String id, RequestOptions options) {
        return transport.versioned(Call.get(Call.path("/v1/api-keys/{}", id)), options, ApiKey.class);
    }

    /**
     * Changes a key.
     *
     * @param id the key's id, such as {@code key_…}; not the key itself
     * @param patch the fields to change; a field set to null is cleared, one never set stays
     * @return the key as it is now
     * @throws NotFoundException if there is no such key
     * @throws PreconditionFailedException if {@link RequestOptions#withIfMatch} was given and somebody else changed it meanwhile
     */
    public ApiKey update(String id, UpdateApiKey patch) {
        return update(id, patch, RequestOptions.none());
    }

    /**
     * Changes a key.
     *
     * @param id the key's id, such as {@code key_…}; not the key itself
     * @param patch the fields to change; a field set to null is cleared, one never set stays
     * @param options what this call does otherwise than the client
     * @return the key as it is now
     * @throws NotFoundException if there is no such key
     * @throws PreconditionFailedException if {@link RequestOptions#withIfMatch} was given and somebody else changed it meanwhile
     */
    @Operation("updateApiKey")
    public ApiKey update(String id, UpdateApiKey patch, RequestOptions options) {
        return transport.call(Call.patch(Call.path("/v1/api-keys/{}", id), patch), options, ApiKey.class);
    }

    /**
     * Revokes a key. No server takes it a second later.
     *
     * @param id the key's id, such as {@code key_…}; not the key itself
     * @throws NotFoundException if there is no such key; also when a first attempt took effect and only its answer was lost
     */
    public void revoke(String id) {
        revoke(id, RequestOptions.none());
    }

    /**
     * Revokes a key. No server takes it a second later.
     *
     * @param id the key's id, such as {@code key_…}; not the key itself
     * @param options what this call does otherwise than the client
     * @throws NotFoundException if there is no such key; also when a first attempt took effect and only its answer was lost
     */
    @Operation("revokeApiKey")
    public void revoke(String id, RequestOptions options) {
        transport.callWithoutAnswer(Call.delete(Call.path("/v1/api-keys/{}", id)), options);
    }

    /**
     * Gives a key a new secret. The old one goes on working for a while.
     *
     * @param id the key's id, such as {@code key_…}; not the key itself
     * @param rotation how many seconds the old secret works beside the new one
     * @return the key; its {@link ApiKeyWithSecret#key()} is shown here and never again
     * @throws NotFoundException if there is no such key
     */
    public ApiKeyWithSecret rotate(String id, RotateApiKey rotation) {
        return rotate(id, rotation, RequestOptions.none());
    }

    /**
     * Gives a key a new secret. The old one goes on working for a while.
     *
     * @param id the key's id, such as {@code key_…}; not the key itself
     * @param rotation how many seconds the old secret works beside the new one
     * @param options what this call does otherwise than the client
     * @return the key; its {@link ApiKeyWithSecret#key()} is shown here and never again
     * @throws NotFoundException if there is no such key
     */
    @Operation("rotateApiKey")
    public ApiKeyWithSecret rotate(String id, RotateApiKey rotation, RequestOptions options) {
        return transport.call(
                Call.post(Call.path("/v1/api-keys/{}/rotation", id), rotation), options, ApiKeyWithSecret.class);
    }
}
