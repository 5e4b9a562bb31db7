package io.streamverse.events.access;

/// It was taken away. Other grants of the viewer go on.
public record GrantEnded(String grantId, String viewerId, String tier) implements AccessEvent {}
