package io.streamverse.kernel.tenancy;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/// The login that may act in the tenants' roles, and in no other way touch their schemas; and how many schemas the
/// first database takes.
@ConfigurationProperties("database.tenants")
record MainDatabase(
        String username, @Bindable(defaultValue = "1500") int most) {}
