package io.streamverse.events.tenants;

import java.time.Instant;

/// The tenant ends at `endsAt` and is erased then, unless it is reopened before.
public record TenantClosing(String tenantId, String askedBy, String reason, Instant endsAt) implements TenantEvent {}
