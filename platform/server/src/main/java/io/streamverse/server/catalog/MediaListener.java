package io.streamverse.server.catalog;

import io.streamverse.events.media.AssetCreated;
import io.streamverse.events.media.AssetDeleted;
import io.streamverse.events.media.AssetFailed;
import io.streamverse.events.media.AssetReady;
import io.streamverse.events.media.MediaEvent;
import io.streamverse.events.media.WorkUnwanted;
import io.streamverse.events.media.WorkWanted;
import io.streamverse.kernel.messaging.EventConsumer;
import jakarta.inject.Singleton;

/// An encode that failed leaves the version before it; one once more takes its place. Only what is deleted is gone.
@Singleton
class MediaListener implements EventConsumer<MediaEvent> {
    private final Titles titles;

    MediaListener(Titles titles) {
        this.titles = titles;
    }

    @Override
    public String name() {
        return "server.catalog";
    }

    @Override
    public Class<MediaEvent> events() {
        return MediaEvent.class;
    }

    @Override
    public void on(MediaEvent event) {
        switch (event) {
            case AssetDeleted it -> titles.assetGone(it.assetId());
            case AssetCreated _, AssetReady _, AssetFailed _, WorkWanted _, WorkUnwanted _ -> {}
        }
    }
}
