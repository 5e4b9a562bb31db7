package io.streamverse.events.usage;

import java.time.Instant;

public record WebhooksSent(String id, long webhooks, Instant at) implements UsageEvent {}
