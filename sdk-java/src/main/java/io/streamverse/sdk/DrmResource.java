package io.streamverse.sdk;

import io.streamverse.sdk.model.DrmKeyRotation;
import io.streamverse.sdk.model.DrmProvider;
import io.streamverse.sdk.model.DrmProviderList;
import io.streamverse.sdk.model.DrmSettings;
import io.streamverse.sdk.model.FairPlayCertificate;
import io.streamverse.sdk.model.PutDrmProvider;
import io.streamverse.sdk.model.PutFairPlayCertificate;
import java.nio.file.Path;

/** What licences demand, who issues them, and keys for packagers of others. */
public final class DrmResource {
    private final Transport transport;

    DrmResource(Transport transport) {
        this.transport = transport;
    }

    /**
     * Reads what licences demand of devices, by tier.
     *
     * @return the settings
     */
    public DrmSettings settings() {
        return settings(RequestOptions.none());
    }

    /**
     * Reads what licences demand of devices, by tier.
     *
     * @param options what this call does otherwise than the client
     * @return the settings
     */
    @Operation("getDrmSettings")
    public DrmSettings settings(RequestOptions options) {
        return transport.call(Call.get("/v1/drm/settings"), options, DrmSettings.class);
    }

    /**
     * Reads the settings together with the mark of their state, for a change that must not overwrite another.
     *
     * @return the settings and their ETag
     */
    public Versioned<DrmSettings> settingsVersioned() {
        return settingsVersioned(RequestOptions.none());
    }

    /**
     * Reads the settings together with the mark of their state, for a change that must not overwrite another.
     *
     * @param options what this call does otherwise than the client
     * @return the settings and their ETag
     */
    @Operation("getDrmSettings")
    public Versioned<DrmSettings> settingsVersioned(RequestOptions options) {
        return transport.versioned(Call.get("/v1/drm/settings"), options, DrmSettings.class);
    }

    /**
     * Says what licences demand of devices; counts from the next licence on.
     *
     * @param settings all of them; read them before you change one
     * @return the settings as they are now
     * @throws ValidationException if a certificate is none, or a number is out of its bounds
     * @throws PreconditionFailedException if {@link RequestOptions#withIfMatch} was given and somebody else changed them meanwhile
     */
    public DrmSettings putSettings(DrmSettings settings) {
        return putSettings(settings, RequestOptions.none());
    }

    /**
     * Says what licences demand of devices; counts from the next licence on.
     *
     * @param settings all of them; read them before you change one
     * @param options what this call does otherwise than the client
     * @return the settings as they are now
     * @throws ValidationException if a certificate is none, or a number is out of its bounds
     * @throws PreconditionFailedException if {@link RequestOptions#withIfMatch} was given and somebody else changed them meanwhile
     */
    @Operation("putDrmSettings")
    public DrmSettings putSettings(DrmSettings settings, RequestOptions options) {
        return transport.call(Call.put("/v1/drm/settings", settings), options, DrmSettings.class);
    }

    /**
     * Lists who issues licences of which system; never with their secrets.
     *
     * @return the providers
     */
    public DrmProviderList providers() {
        return providers(RequestOptions.none());
    }

    /**
     * Lists who issues licences of which system; never with their secrets.
     *
     * @param options what this call does otherwise than the client
     * @return the providers
     */
    @Operation("listDrmProviders")
    public DrmProviderList providers(RequestOptions options) {
        return transport.call(Call.get("/v1/drm/providers"), options, DrmProviderList.class);
    }

    /**
     * Has licences of a system issued by a provider, in place of the one before.
     *
     * @param system {@code widevine}, {@code playready} or {@code fairplay}
     * @param provider where it is, and what requests are signed with
     * @return the provider, without its secret
     * @throws ValidationException if the address is not one of a public host with https, or the protocol has no such licences
     * @throws NotFoundException if there is no such system
     */
    public DrmProvider putProvider(String system, PutDrmProvider provider) {
        return putProvider(system, provider, RequestOptions.none());
    }

    /**
     * Has licences of a system issued by a provider, in place of the one before.
     *
     * @param system {@code widevine}, {@code playready} or {@code fairplay}
     * @param provider where it is, and what requests are signed with
     * @param options what this call does otherwise than the client
     * @return the provider, without its secret
     * @throws ValidationException if the address is not one of a public host with https, or the protocol has no such licences
     * @throws NotFoundException if there is no such system
     */
    @Operation("putDrmProvider")
    public DrmProvider putProvider(String system, PutDrmProvider provider, RequestOptions options) {
        return transport.call(
                Call.put(Call.path("/v1/drm/providers/{}", system), provider), options, DrmProvider.class);
    }

    /**
     * Issues no more licences of a system; those issued go on until they end.
     *
     * @param system {@code widevine}, {@code playready} or {@code fairplay}
     * @throws NotFoundException if nobody issues them; also when a first attempt took effect and only its answer was lost
     */
    public void deleteProvider(String system) {
        deleteProvider(system, RequestOptions.none());
    }

    /**
     * Issues no more licences of a system; those issued go on until they end.
     *
     * @param system {@code widevine}, {@code playready} or {@code fairplay}
     * @param options what this call does otherwise than the client
     * @throws NotFoundException if nobody issues them; also when a first attempt took effect and only its answer was lost
     */
    @Operation("deleteDrmProvider")
    public void deleteProvider(String system, RequestOptions options) {
        transport.callWithoutAnswer(Call.delete(Call.path("/v1/drm/providers/{}", system)), options);
    }

    /**
     * Reads the certificate that Safari is given.
     *
     * @return the certificate
     * @throws NotFoundException if none was brought
     */
    public FairPlayCertificate fairPlayCertificate() {
        return fairPlayCertificate(RequestOptions.none());
    }

    /**
     * Reads the certificate that Safari is given.
     *
     * @param options what this call does otherwise than the client
     * @return the certificate
     * @throws NotFoundException if none was brought
     */
    @Operation("getFairPlayCertificate")
    public FairPlayCertificate fairPlayCertificate(RequestOptions options) {
        return transport.call(Call.get("/v1/drm/fairplay-certificate"), options, FairPlayCertificate.class);
    }

    /**
     * Brings the certificate that Apple gave you.
     *
     * @param certificate as Apple sent it
     * @return the certificate
     * @throws ValidationException if it is no X.509 certificate
     */
    public FairPlayCertificate putFairPlayCertificate(PutFairPlayCertificate certificate) {
        return putFairPlayCertificate(certificate, RequestOptions.none());
    }

    /**
     * Brings the certificate that Apple gave you.
     *
     * @param certificate as Apple sent it
     * @param options what this call does otherwise than the client
     * @return the certificate
     * @throws ValidationException if it is no X.509 certificate
     */
    @Operation("putFairPlayCertificate")
    public FairPlayCertificate putFairPlayCertificate(PutFairPlayCertificate certificate, RequestOptions options) {
        return transport.call(
                Call.put("/v1/drm/fairplay-certificate", certificate), options, FairPlayCertificate.class);
    }

    /**
     * Wraps all content keys by a new tenant key. Media stays as it is, and so do licences.
     *
     * @return which tenant key wraps them now
     */
    public DrmKeyRotation rotateTenantKey() {
        return rotateTenantKey(RequestOptions.none());
    }

    /**
     * Wraps all content keys by a new tenant key. Media stays as it is, and so do licences.
     *
     * @param options what this call does otherwise than the client
     * @return which tenant key wraps them now
     */
    @Operation("rotateTenantKey")
    public DrmKeyRotation rotateTenantKey(RequestOptions options) {
        return transport.call(Call.post("/v1/drm/key-rotations", null), options, DrmKeyRotation.class);
    }

    /**
     * Saves the keys of the version that serves as a CPIX 2.3 document, encrypted for a recipient.
     *
     * @param assetId the asset's id, such as {@code ast_…}
     * @param recipient one of the recipients of the settings
     * @param file where to
     * @throws NotFoundException if there is no such asset or recipient
     * @throws ConflictException if nothing of it is encrypted
     */
    public void saveCpix(String assetId, String recipient, Path file) {
        saveCpix(assetId, recipient, file, RequestOptions.none());
    }

    /**
     * Saves the keys of the version that serves as a CPIX 2.3 document, encrypted for a recipient.
     *
     * @param assetId the asset's id, such as {@code ast_…}
     * @param recipient one of the recipients of the settings
     * @param file where to
     * @param options what this call does otherwise than the client
     * @throws NotFoundException if there is no such asset or recipient
     * @throws ConflictException if nothing of it is encrypted
     */
    @Operation("getCpix")
    public void saveCpix(String assetId, String recipient, Path file, RequestOptions options) {
        transport.save(Call.get(Call.path("/v1/assets/{}/cpix", assetId), "recipient", recipient), options, file);
    }
}
