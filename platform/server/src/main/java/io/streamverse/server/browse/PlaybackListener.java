package io.streamverse.server.browse;

import io.streamverse.events.playback.PlaybackEnded;
import io.streamverse.events.playback.PlaybackEvent;
import io.streamverse.events.playback.PlaybackStarted;
import io.streamverse.kernel.messaging.EventConsumer;
import jakarta.inject.Singleton;

@Singleton
class PlaybackListener implements EventConsumer<PlaybackEvent> {
    private static final int AT_ONCE = 100;
    private final Trending trending;

    PlaybackListener(Trending trending) {
        this.trending = trending;
    }

    @Override
    public String name() {
        return "server.browse";
    }

    @Override
    public Class<PlaybackEvent> events() {
        return PlaybackEvent.class;
    }

    @Override
    public int atOnce() {
        return AT_ONCE;
    }

    @Override
    public void on(PlaybackEvent event) {
        switch (event) {
            case PlaybackStarted it -> trending.played(it.titleId(), it.viewerId());
            case PlaybackEnded _ -> {}
        }
    }
}
