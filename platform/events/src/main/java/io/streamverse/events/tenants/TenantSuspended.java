package io.streamverse.events.tenants;

import java.time.Instant;

/// `level` is restricted, playback-stopped or abuse; it bites from `at`, which may lie ahead.
public record TenantSuspended(String tenantId, String level, String reason, Instant at) implements TenantEvent {}
