package io.streamverse.events.tenants;

public record TenantResumed(String tenantId) implements TenantEvent {}
