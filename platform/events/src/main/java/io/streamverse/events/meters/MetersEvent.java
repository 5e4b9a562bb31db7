package io.streamverse.events.meters;

import io.streamverse.events.Event;
import io.streamverse.events.Topic;

@Topic("meters.v1")
public sealed interface MetersEvent extends Event permits WeightsSet {}
