package io.streamverse.events.media;

import io.streamverse.events.Event;
import io.streamverse.events.Topic;

@Topic("media.v1")
public sealed interface MediaEvent extends Event
        permits AssetCreated, AssetReady, AssetFailed, AssetDeleted, WorkWanted, WorkUnwanted {
    String assetId();

    @Override
    default String aggregateId() {
        return assetId();
    }
}
