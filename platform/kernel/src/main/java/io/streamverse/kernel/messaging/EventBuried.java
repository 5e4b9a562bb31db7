package io.streamverse.kernel.messaging;

/// An event is about to become a dead letter of a consumer; said within this program, before it is written. It may be
/// said again.
public record EventBuried(String consumer, String eventId) {}
