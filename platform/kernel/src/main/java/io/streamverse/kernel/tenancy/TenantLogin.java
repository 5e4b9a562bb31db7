package io.streamverse.kernel.tenancy;

import io.micronaut.context.annotation.ConfigurationProperties;

/// The login that may act in the tenants' roles, and in no other way touch their schemas.
@ConfigurationProperties("database.tenants")
record TenantLogin(String username) {}
