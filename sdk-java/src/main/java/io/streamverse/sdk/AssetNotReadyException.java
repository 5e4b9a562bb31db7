package io.streamverse.sdk;

import io.streamverse.sdk.model.Asset;
import java.time.Duration;
import java.util.List;

/** An asset is not ready in the time that was given; it goes on being worked on. */
public final class AssetNotReadyException extends StreamVerseException {
    AssetNotReadyException(Asset asset, Duration timeout) {
        super(
                new Problem(
                        0,
                        "asset.not-ready-in-time",
                        asset.id() + " is " + asset.state() + " after " + timeout.toSeconds() + " s",
                        null,
                        List.of(),
                        null),
                null);
    }
}
