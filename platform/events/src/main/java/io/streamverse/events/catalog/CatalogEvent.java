package io.streamverse.events.catalog;

import io.streamverse.events.Event;
import io.streamverse.events.Topic;

@Topic("catalog.v1")
public sealed interface CatalogEvent extends Event
        permits TitlePublished, TitleUnpublished, TitleChanged, TitleDeleted {
    String titleId();

    @Override
    default String aggregateId() {
        return titleId();
    }
}
