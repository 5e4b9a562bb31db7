package io.streamverse.events.catalog;

/// Drafts are deleted, and published titles too.
public record TitleDeleted(String titleId) implements CatalogEvent {}
