package io.streamverse.events.playback;

import io.streamverse.events.Event;
import io.streamverse.events.Topic;

@Topic("playback.v1")
public sealed interface PlaybackEvent extends Event permits PlaybackStarted, PlaybackEnded {
    String sessionId();

    String titleId();

    String viewerId();

    @Override
    default String aggregateId() {
        return sessionId();
    }
}
