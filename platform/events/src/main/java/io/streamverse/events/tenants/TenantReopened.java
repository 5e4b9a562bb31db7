package io.streamverse.events.tenants;

public record TenantReopened(String tenantId) implements TenantEvent {}
