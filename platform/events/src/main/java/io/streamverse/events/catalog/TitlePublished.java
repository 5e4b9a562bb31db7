package io.streamverse.events.catalog;

/// Viewers can find it from now on.
public record TitlePublished(String titleId, String kind, String assetId, int version) implements CatalogEvent {}
