package io.streamverse.events.tenants;

/// Name, plan, owner or metadata of a tenant were changed; what stands here is how they are now.
public record TenantChanged(String tenantId, String name, String plan, String ownerEmail, String ownerName)
        implements TenantEvent {}
