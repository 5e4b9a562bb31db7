package io.streamverse.events.tenants;

import java.time.Instant;

/// A tenant is there and usable. Country is ISO 3166-1 alpha-2, currency ISO 4217.
public record TenantCreated(
        String tenantId,
        String slug,
        String name,
        String plan,
        String ownerEmail,
        String ownerName,
        String country,
        String currency,
        Instant createdAt)
        implements TenantEvent {}
