package io.streamverse.sdk;

import io.streamverse.sdk.model.Asset;
import java.util.List;

/** An asset cannot be played: {@link #code()} and {@link #detail()} are those of its failure. */
public final class AssetFailedException extends StreamVerseException {
    AssetFailedException(Asset asset) {
        super(problem(asset), null);
    }

    private static Problem problem(Asset asset) {
        var failure = asset.failure();
        return failure == null
                ? new Problem(0, "media.asset.failed", asset.id() + " failed", null, List.of(), null)
                : new Problem(0, failure.code(), failure.detail(), null, List.of(), null);
    }
}
