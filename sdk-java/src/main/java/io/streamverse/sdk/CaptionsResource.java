package io.streamverse.sdk;

import io.streamverse.sdk.model.Caption;
import io.streamverse.sdk.model.CaptionList;
import java.nio.file.Path;
import java.util.Locale;

/** What is read while a film is seen. */
public final class CaptionsResource {
    private final Transport transport;

    CaptionsResource(Transport transport) {
        this.transport = transport;
    }

    /**
     * Lists the captions of an asset.
     *
     * @param assetId the asset's id, such as {@code ast_…}
     * @return its captions
     * @throws NotFoundException if there is no such asset
     */
    public CaptionList list(String assetId) {
        return list(assetId, RequestOptions.none());
    }

    /**
     * Lists the captions of an asset.
     *
     * @param assetId the asset's id, such as {@code ast_…}
     * @param options what this call does otherwise than the client
     * @return its captions
     * @throws NotFoundException if there is no such asset
     */
    @Operation("listCaptions")
    public CaptionList list(String assetId, RequestOptions options) {
        return transport.call(Call.get(Call.path("/v1/assets/{}/captions", assetId)), options, CaptionList.class);
    }

    /**
     * Gives an asset captions, in place of those of the same language and kind.
     *
     * @param assetId the asset's id, such as {@code ast_…}
     * @param language BCP 47, such as {@code pt-BR}
     * @param kind what they are: subtitles, captions, or forced
     * @param file WebVTT, or SubRip where its name ends with {@code .srt}
     * @return the captions
     * @throws NotFoundException if there is no such asset
     * @throws ValidationException if they cannot be read; its errors name the lines
     */
    public Caption upload(String assetId, String language, String kind, Path file) {
        return upload(assetId, language, kind, file, RequestOptions.none());
    }

    /**
     * Gives an asset captions, in place of those of the same language and kind.
     *
     * @param assetId the asset's id, such as {@code ast_…}
     * @param language BCP 47, such as {@code pt-BR}
     * @param kind what they are: subtitles, captions, or forced
     * @param file WebVTT, or SubRip where its name ends with {@code .srt}
     * @param options what this call does otherwise than the client
     * @return the captions
     * @throws NotFoundException if there is no such asset
     * @throws ValidationException if they cannot be read; its errors name the lines
     */
    @Operation("uploadCaptions")
    public Caption upload(String assetId, String language, String kind, Path file, RequestOptions options) {
        var isSubRip = file.toString().toLowerCase(Locale.ROOT).endsWith(".srt");
        var call = Call.upload(
                        Call.path("/v1/assets/{}/captions", assetId),
                        file,
                        isSubRip ? "application/x-subrip" : "text/vtt")
                .with("language", language)
                .with("kind", kind);
        return transport.upload(call, options, Caption.class);
    }

    /**
     * Saves captions as WebVTT.
     *
     * @param assetId the asset's id, such as {@code ast_…}
     * @param id the id of the captions, such as {@code cap_…}
     * @param file where to
     * @throws NotFoundException if there is no such asset
     */
    public void save(String assetId, String id, Path file) {
        save(assetId, id, file, RequestOptions.none());
    }

    /**
     * Saves captions as WebVTT.
     *
     * @param assetId the asset's id, such as {@code ast_…}
     * @param id the id of the captions, such as {@code cap_…}
     * @param file where to
     * @param options what this call does otherwise than the client
     * @throws NotFoundException if there is no such asset
     */
    @Operation("getCaptions")
    public void save(String assetId, String id, Path file, RequestOptions options) {
        transport.save(Call.get(Call.path("/v1/assets/{}", assetId) + Call.path("/captions/{}", id)), options, file);
    }

    /**
     * Takes captions away from an asset.
     *
     * @param assetId the asset's id, such as {@code ast_…}
     * @param id the id of the captions, such as {@code cap_…}
     * @throws NotFoundException if there is no such asset
     */
    public void delete(String assetId, String id) {
        delete(assetId, id, RequestOptions.none());
    }

    /**
     * Takes captions away from an asset.
     *
     * @param assetId the asset's id, such as {@code ast_…}
     * @param id the id of the captions, such as {@code cap_…}
     * @param options what this call does otherwise than the client
     * @throws NotFoundException if there is no such asset
     */
    @Operation("deleteCaptions")
    public void delete(String assetId, String id, RequestOptions options) {
        transport.callWithoutAnswer(
                Call.delete(Call.path("/v1/assets/{}", assetId) + Call.path("/captions/{}", id)), options);
    }
}
