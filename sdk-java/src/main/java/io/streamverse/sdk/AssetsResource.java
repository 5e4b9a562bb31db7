package io.streamverse.sdk;

import io.streamverse.sdk.model.Asset;
import io.streamverse.sdk.model.AssetQuote;
import io.streamverse.sdk.model.AssetState;
import io.streamverse.sdk.model.CreateAsset;
import io.streamverse.sdk.model.CreateEncode;
import io.streamverse.sdk.model.ThumbnailList;
import io.streamverse.sdk.model.UpdateAsset;
import java.nio.file.Path;
import java.time.Duration;

/** Films and songs on their way to being played. */
public final class AssetsResource {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private final Transport transport;

    AssetsResource(Transport transport) {
        this.transport = transport;
    }

    /**
     * Begins an asset: one with a source pulls its file from there, one without waits for an upload that names it.
     *
     * @param asset its name, and where its file is pulled from
     * @return the asset, {@code processing} or {@code waiting}
     * @throws QuotaException if there is no room for as many bytes as it may have
     */
    public Asset create(CreateAsset asset) {
        return create(asset, RequestOptions.none());
    }

    /**
     * Begins an asset: one with a source pulls its file from there, one without waits for an upload that names it.
     *
     * @param asset its name, and where its file is pulled from
     * @param options what this call does otherwise than the client
     * @return the asset, {@code processing} or {@code waiting}
     * @throws QuotaException if there is no room for as many bytes as it may have
     */
    @Operation("createAsset")
    public Asset create(CreateAsset asset, RequestOptions options) {
        return transport.call(Call.post("/v1/assets", asset), options, Asset.class);
    }

    /**
     * Lists the assets, newest first.
     *
     * @param params which part of the list; {@code state} and {@code externalId} filter it
     * @return the first page
     */
    public Page<Asset> list(ListParams params) {
        return list(params, RequestOptions.none());
    }

    /**
     * Lists the assets, newest first.
     *
     * @param params which part of the list; {@code state} and {@code externalId} filter it
     * @param options what this call does otherwise than the client
     * @return the first page
     */
    @Operation("listAssets")
    public Page<Asset> list(ListParams params, RequestOptions options) {
        return transport.page("/v1/assets", params, options, Asset.class);
    }

    /**
     * Reads an asset.
     *
     * @param id the asset's id, such as {@code ast_…}
     * @return the asset
     * @throws NotFoundException if there is no such asset
     */
    public Asset get(String id) {
        return get(id, RequestOptions.none());
    }

    /**
     * Reads an asset.
     *
     * @param id the asset's id, such as {@code ast_…}
     * @param options what this call does otherwise than the client
     * @return the asset
     * @throws NotFoundException if there is no such asset
     */
    @Operation("getAsset")
    public Asset get(String id, RequestOptions options) {
        return transport.call(Call.get(Call.path("/v1/assets/{}", id)), options, Asset.class);
    }

    /**
     * Reads an asset together with the mark of its state, for a change that must not overwrite another.
     *
     * @param id the asset's id, such as {@code ast_…}
     * @return the asset and its ETag
     * @throws NotFoundException if there is no such asset
     */
    public Versioned<Asset> getVersioned(String id) {
        return getVersioned(id, RequestOptions.none());
    }

    /**
     * Reads an asset together with the mark of its state, for a change that must not overwrite another.
     *
     * @param id the asset's id, such as {@code ast_…}
     * @param options what this call does otherwise than the client
     * @return the asset and its ETag
     * @throws NotFoundException if there is no such asset
     */
    @Operation("getAsset")
    public Versioned<Asset> getVersioned(String id, RequestOptions options) {
        return transport.versioned(Call.get(Call.path("/v1/assets/{}", id)), options, Asset.class);
    }

    /**
     * Changes an asset.
     *
     * @param id the asset's id, such as {@code ast_…}
     * @param patch the fields to change; a field set to null is cleared, one never set stays
     * @return the asset as it is now
     * @throws NotFoundException if there is no such asset
     * @throws PreconditionFailedException if {@link RequestOptions#withIfMatch} was given and somebody else changed it meanwhile
     */
    public Asset update(String id, UpdateAsset patch) {
        return update(id, patch, RequestOptions.none());
    }

    /**
     * Changes an asset.
     *
     * @param id the asset's id, such as {@code ast_…}
     * @param patch the fields to change; a field set to null is cleared, one never set stays
     * @param options what this call does otherwise than the client
     * @return the asset as it is now
     * @throws NotFoundException if there is no such asset
     * @throws PreconditionFailedException if {@link RequestOptions#withIfMatch} was given and somebody else changed it meanwhile
     */
    @Operation("updateAsset")
    public Asset update(String id, UpdateAsset patch, RequestOptions options) {
        return transport.call(Call.patch(Call.path("/v1/assets/{}", id), patch), options, Asset.class);
    }

    /**
     * Deletes an asset and everything that was made of it. Its bytes count no more from now on.
     *
     * @param id the asset's id, such as {@code ast_…}
     * @throws NotFoundException if there is no such asset; also when a first attempt took effect and only its answer was lost
     */
    public void delete(String id) {
        delete(id, RequestOptions.none());
    }

    /**
     * Deletes an asset and everything that was made of it. Its bytes count no more from now on.
     *
     * @param id the asset's id, such as {@code ast_…}
     * @param options what this call does otherwise than the client
     * @throws NotFoundException if there is no such asset; also when a first attempt took effect and only its answer was lost
     */
    @Operation("deleteAsset")
    public void delete(String id, RequestOptions options) {
        transport.callWithoutAnswer(Call.delete(Call.path("/v1/assets/{}", id)), options);
    }

    /**
     * Encodes an asset that is ready once more, in another way. What there is goes on being served meanwhile.
     *
     * @param id the asset's id, such as {@code ast_…}
     * @param encode what is wanted otherwise
     * @return the asset, with the job that works on its next version
     * @throws ConflictException if it is not ready, or its file was not kept
     * @throws QuotaException if there is no room for so much encoding
     */
    public Asset encode(String id, CreateEncode encode) {
        return encode(id, encode, RequestOptions.none());
    }

    /**
     * Encodes an asset that is ready once more, in another way. What there is goes on being served meanwhile.
     *
     * @param id the asset's id, such as {@code ast_…}
     * @param encode what is wanted otherwise
     * @param options what this call does otherwise than the client
     * @return the asset, with the job that works on its next version
     * @throws ConflictException if it is not ready, or its file was not kept
     * @throws QuotaException if there is no room for so much encoding
     */
    @Operation("encodeAsset")
    public Asset encode(String id, CreateEncode encode, RequestOptions options) {
        return transport.call(Call.post(Call.path("/v1/assets/{}/encodes", id), encode), options, Asset.class);
    }

    /**
     * Pictures out of the film that could stand for it, best first, by addresses that last for hours.
     *
     * @param id the asset's id, such as {@code ast_…}
     * @return the pictures
     * @throws NotFoundException if there is no such asset, or none of it yet
     */
    public ThumbnailList thumbnails(String id) {
        return thumbnails(id, RequestOptions.none());
    }

    /**
     * Pictures out of the film that could stand for it, best first, by addresses that last for hours.
     *
     * @param id the asset's id, such as {@code ast_…}
     * @param options what this call does otherwise than the client
     * @return the pictures
     * @throws NotFoundException if there is no such asset, or none of it yet
     */
    @Operation("listThumbnails")
    public ThumbnailList thumbnails(String id, RequestOptions options) {
        return transport.call(Call.get(Call.path("/v1/assets/{}/thumbnails", id)), options, ThumbnailList.class);
    }

    /**
     * Saves the storyboard: a small picture for every stretch of the film, as WebVTT.
     *
     * @param id the asset's id, such as {@code ast_…}
     * @param file where to
     * @throws NotFoundException if there is no such asset, or none of it yet
     */
    public void saveStoryboard(String id, Path file) {
        saveStoryboard(id, file, RequestOptions.none());
    }

    /**
     * Saves the storyboard: a small picture for every stretch of the film, as WebVTT.
     *
     * @param id the asset's id, such as {@code ast_…}
     * @param file where to
     * @param options what this call does otherwise than the client
     * @throws NotFoundException if there is no such asset, or none of it yet
     */
    @Operation("getStoryboard")
    public void saveStoryboard(String id, Path file, RequestOptions options) {
        transport.save(Call.get(Call.path("/v1/assets/{}/storyboard", id)), options, file);
    }

    /**
     * Asks what an encode would cost, and how long it would wait. The quote's id can be passed on with the encode as a cap.
     *
     * @param id the asset's id, such as {@code ast_…}
     * @param encode what would be wanted
     * @return the quote
     * @throws ConflictException if it is not analysed yet
     */
    public AssetQuote quote(String id, CreateEncode encode) {
        return quote(id, encode, RequestOptions.none());
    }

    /**
     * Asks what an encode would cost, and how long it would wait. The quote's id can be passed on with the encode as a cap.
     *
     * @param id the asset's id, such as {@code ast_…}
     * @param encode what would be wanted
     * @param options what this call does otherwise than the client
     * @return the quote
     * @throws ConflictException if it is not analysed yet
     */
    @Operation("quoteAsset")
    public AssetQuote quote(String id, CreateEncode encode, RequestOptions options) {
        return transport.call(Call.post(Call.path("/v1/assets/{}/quotes", id), encode), options, AssetQuote.class);
    }

    /**
     * Waits until an asset can be played in all its renditions. Asks now and then, less often as time goes by.
     *
     * @param id the asset's id, such as {@code ast_…}
     * @param timeout how long to wait at most
     * @return the asset, {@code ready}
     * @throws AssetFailedException if it cannot be played; its {@link StreamVerseException#code()} says why
     * @throws AssetNotReadyException if it is not ready in time; waiting again does no harm
     * @throws NotFoundException if there is no such asset
     */
    public Asset untilReady(String id, Duration timeout) {
        var deadline = System.nanoTime() + timeout.toNanos();
        for (var pause = FIRST_PAUSE; ; pause = longer(pause)) {
            var asset = get(id);
            if (asset.state().equals(AssetState.READY)) {
                return asset;
            }
            if (asset.state().equals(AssetState.FAILED)) {
                throw new AssetFailedException(asset);
            }
            var left = Duration.ofNanos(deadline - System.nanoTime());
            if (left.isNegative()) {
                throw new AssetNotReadyException(asset, timeout);
            }
            transport.rest(pause.compareTo(left) < 0 ? pause : left.plusMillis(1));
        }
    }

    private static Duration longer(Duration pause) {
        var next = pause.multipliedBy(5).dividedBy(4);
        return next.compareTo(LONGEST_PAUSE) < 0 ? next : LONGEST_PAUSE;
    }
}
