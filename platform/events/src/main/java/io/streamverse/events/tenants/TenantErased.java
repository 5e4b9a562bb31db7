package io.streamverse.events.tenants;

import java.time.Instant;

/// Nothing of the tenant is left but what the erasure's certificate names.
public record TenantErased(String tenantId, String erasureId, Instant at) implements TenantEvent {}
