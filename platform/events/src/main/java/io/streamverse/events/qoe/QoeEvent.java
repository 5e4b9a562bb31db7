package io.streamverse.events.qoe;

import io.streamverse.events.Event;
import io.streamverse.events.Topic;

@Topic("qoe.v1")
public sealed interface QoeEvent extends Event permits PlayerReported {}
