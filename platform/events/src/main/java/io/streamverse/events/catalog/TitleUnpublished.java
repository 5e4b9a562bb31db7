package io.streamverse.events.catalog;

/// `reason` is `requested`, or `asset-deleted` where what it plays is gone.
public record TitleUnpublished(String titleId, String reason, int version) implements CatalogEvent {}
