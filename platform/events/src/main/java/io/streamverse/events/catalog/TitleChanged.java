package io.streamverse.events.catalog;

/// `state` is `draft` or `published`, and as it was before the change.
public record TitleChanged(String titleId, String state, int version) implements CatalogEvent {}
