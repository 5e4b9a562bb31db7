package io.streamverse.events.plans;

import io.streamverse.events.Event;
import io.streamverse.events.Topic;

@Topic("plans.v1")
public sealed interface PlanEvent extends Event permits PlanPublished {
    String code();

    @Override
    default String aggregateId() {
        return code();
    }
}
