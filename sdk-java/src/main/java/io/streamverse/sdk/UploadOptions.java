package io.streamverse.sdk;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a file is uploaded. Immutable: each {@code with…} gives a copy.
 *
 * @param name what the asset is called; null: as the file
 * @param externalId your own name for the asset, unique among them
 * @param assetId an asset that waits for this file; null: a new one is begun
 * @param metadata up to 50 pairs of your own
 * @param keepOriginal whether the file as it is is kept once everything is made of it
 * @param progress hears how far it is
 * @param resumeFolder where unfinished uploads are remembered, so that the next call goes on with them, after a restart of
 *     your program too; null: they are not
 * @param pieceBytes how much is sent in one request
 * @param parallel how many connections send at once; more than one cannot go on after a restart of your program
 * @param maxRetries how often in a row sending a piece may fail before the upload is given up
 */
public record UploadOptions(
        @Nullable String name,
        @Nullable String externalId,
        @Nullable String assetId,
        Map<String, String> metadata,
        boolean keepOriginal,
        UploadProgress progress,
        @Nullable Path resumeFolder,
        long pieceBytes,
        int parallel,
        int maxRetries) {
    private static final long PIECE = 64L << 20;
    private static final int RETRIES = 8;

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if a number is less than one, or the retries are negative
     */
    public UploadOptions {
        if (pieceBytes < 1 || parallel < 1 || parallel > 32) {
            throw new IllegalArgumentException("A piece has a byte at least, and 1 to 32 connections send");
        }
        RequestOptions.notNegative(maxRetries);
        metadata = Map.copyOf(metadata);
    }

    /**
     * What suits most: unfinished uploads are remembered under {@code .streamverse/uploads} in the user's home.
     *
     * @return these options
     */
    public static UploadOptions usual() {
        var folder = Path.of(System.getProperty("user.home", "."), ".streamverse", "uploads");
        return new UploadOptions(null, null, null, Map.of(), true, (sent, total) -> {}, folder, PIECE, 1, RETRIES);
    }

    /**
     * Names the asset.
     *
     * @param name what it is called
     * @return a copy with it
     */
    public UploadOptions withName(String name) {
        return new UploadOptions(
                name,
                externalId,
                assetId,
                metadata,
                keepOriginal,
                progress,
                resumeFolder,
                pieceBytes,
                parallel,
                maxRetries);
    }

    /**
     * Gives the asset your own name for it.
     *
     * @param externalId unique among your assets
     * @return a copy with it
     */
    public UploadOptions withExternalId(String externalId) {
        return new UploadOptions(
                name,
                externalId,
                assetId,
                metadata,
                keepOriginal,
                progress,
                resumeFolder,
                pieceBytes,
                parallel,
                maxRetries);
    }

    /**
     * Brings the file of an asset that waits for it.
     *
     * @param assetId the asset's id, such as {@code ast_…}
     * @return a copy with it
     */
    public UploadOptions withAssetId(String assetId) {
        return new UploadOptions(
                name,
                externalId,
                assetId,
                metadata,
                keepOriginal,
                progress,
                resumeFolder,
                pieceBytes,
                parallel,
                maxRetries);
    }

    /**
     * Adds a pair of your own.
     *
     * @param key of 1 to 40 visible ASCII characters without comma
     * @param value of up to 500 characters
     * @return a copy with it
     */
    public UploadOptions withMetadata(String key, String value) {
        var more = new HashMap<>(metadata);
        more.put(key, value);
        return new UploadOptions(
                name,
                externalId,
                assetId,
                more,
                keepOriginal,
                progress,
                resumeFolder,
                pieceBytes,
                parallel,
                maxRetries);
    }

    /**
     * Drops the file as it is once everything is made of it.
     *
     * @return a copy that says so
     */
    public UploadOptions droppingOriginal() {
        return new UploadOptions(
                name, externalId, assetId, metadata, false, progress, resumeFolder, pieceBytes, parallel, maxRetries);
    }

    /**
     * Tells how far it is.
     *
     * @param progress hears it
     * @return a copy with it
     */
    public UploadOptions withProgress(UploadProgress progress) {
        return new UploadOptions(
                name,
                externalId,
                assetId,
                metadata,
                keepOriginal,
                progress,
                resumeFolder,
                pieceBytes,
                parallel,
                maxRetries);
    }

    /**
     * Remembers unfinished uploads somewhere else.
     *
     * @param resumeFolder the folder, made where it is not there; null: nowhere
     * @return a copy with it
     */
    public UploadOptions withResumeFolder(@Nullable Path resumeFolder) {
        return new UploadOptions(
                name,
                externalId,
                assetId,
                metadata,
                keepOriginal,
                progress,
                resumeFolder,
                pieceBytes,
                parallel,
                maxRetries);
    }

    /**
     * Sends more or less in one request.
     *
     * @param pieceBytes at least one
     * @return a copy with it
     */
    public UploadOptions withPieceBytes(long pieceBytes) {
        return new UploadOptions(
                name,
                externalId,
                assetId,
                metadata,
                keepOriginal,
                progress,
                resumeFolder,
                pieceBytes,
                parallel,
                maxRetries);
    }

    /**
     * Sends over several connections at once.
     *
     * @param parallel 1 to 32
     * @return a copy with it
     */
    public UploadOptions withParallel(int parallel) {
        return new UploadOptions(
                name,
                externalId,
                assetId,
                metadata,
                keepOriginal,
                progress,
                resumeFolder,
                pieceBytes,
                parallel,
                maxRetries);
    }

    /**
     * Gives up sooner or later.
     *
     * @param maxRetries failures in a row
     * @return a copy with it
     */
    public UploadOptions withMaxRetries(int maxRetries) {
        return new UploadOptions(
                name,
                externalId,
                assetId,
                metadata,
                keepOriginal,
                progress,
                resumeFolder,
                pieceBytes,
                parallel,
                maxRetries);
    }
}
