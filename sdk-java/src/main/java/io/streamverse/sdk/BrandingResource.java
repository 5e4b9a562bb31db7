package io.streamverse.sdk;

import io.streamverse.sdk.model.Branding;
import io.streamverse.sdk.model.UpdateBranding;
import java.nio.file.Path;

/** The look of the tenant's service. */
public final class BrandingResource {
    private final Transport transport;

    BrandingResource(Transport transport) {
        this.transport = transport;
    }

    /**
     * Reads the look.
     *
     * @return the look
     */
    public Branding get() {
        return get(RequestOptions.none());
    }

    /**
     * Reads the look.
     *
     * @param options what this call does otherwise than the client
     * @return the look
     */
    @Operation("getBranding")
    public Branding get(RequestOptions options) {
        return transport.call(Call.get("/v1/branding"), options, Branding.class);
    }

    /**
     * Reads the look together with the mark of its state, for a change that must not overwrite another.
     *
     * @return the look and its ETag
     */
    public Versioned<Branding> getVersioned() {
        return getVersioned(RequestOptions.none());
    }

    /**
     * Reads the look together with the mark of its state, for a change that must not overwrite another.
     *
     * @param options what this call does otherwise than the client
     * @return the look and its ETag
     */
    @Operation("getBranding")
    public Versioned<Branding> getVersioned(RequestOptions options) {
        return transport.versioned(Call.get("/v1/branding"), options, Branding.class);
    }

    /**
     * Changes the look.
     *
     * @param patch the fields to change; a field set to null is cleared, one never set stays
     * @return the look as it is now
     * @throws PreconditionFailedException if {@link RequestOptions#withIfMatch} was given and somebody else changed it meanwhile
     */
    public Branding update(UpdateBranding patch) {
        return update(patch, RequestOptions.none());
    }

    /**
     * Changes the look.
     *
     * @param patch the fields to change; a field set to null is cleared, one never set stays
     * @param options what this call does otherwise than the client
     * @return the look as it is now
     * @throws PreconditionFailedException if {@link RequestOptions#withIfMatch} was given and somebody else changed it meanwhile
     */
    @Operation("updateBranding")
    public Branding update(UpdateBranding patch, RequestOptions options) {
        return transport.call(Call.patch("/v1/branding", patch), options, Branding.class);
    }

    /**
     * Gives the service a logo or an icon, in place of the one there is.
     *
     * @param kind {@code logo} or {@code icon}
     * @param file PNG, JPEG or WebP, up to 512 KB
     * @return the look as it is now
     * @throws ValidationException if it is none of these
     */
    public Branding uploadPicture(String kind, Path file) {
        return uploadPicture(kind, file, RequestOptions.none());
    }

    /**
     * Gives the service a logo or an icon, in place of the one there is.
     *
     * @param kind {@code logo} or {@code icon}
     * @param file PNG, JPEG or WebP, up to 512 KB
     * @param options what this call does otherwise than the client
     * @return the look as it is now
     * @throws ValidationException if it is none of these
     */
    @Operation("uploadBrandPicture")
    public Branding uploadPicture(String kind, Path file, RequestOptions options) {
        var path = Call.path("/v1/branding/pictures/{}", kind);
        return transport.upload(Call.upload(path, file, "image/png"), options, Branding.class);
    }

    /**
     * Takes the logo or the icon away.
     *
     * @param kind {@code logo} or {@code icon}
     */
    public void deletePicture(String kind) {
        deletePicture(kind, RequestOptions.none());
    }

    /**
     * Takes the logo or the icon away.
     *
     * @param kind {@code logo} or {@code icon}
     * @param options what this call does otherwise than the client
     */
    @Operation("deleteBrandPicture")
    public void deletePicture(String kind, RequestOptions options) {
        transport.callWithoutAnswer(Call.delete(Call.path("/v1/branding/pictures/{}", kind)), options);
    }
}
