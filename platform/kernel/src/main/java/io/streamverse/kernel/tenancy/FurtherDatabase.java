package io.streamverse.kernel.tenancy;

import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import io.micronaut.core.bind.annotation.Bindable;
import io.streamverse.kernel.database.PoolConfig;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A further database that holds tenants' schemas: the login that may act in their roles and nothing else, its pools,
/// the login that owns the database, and how many schemas it takes.
@EachProperty("databases")
record FurtherDatabase(
        @Parameter String name,
        String url,
        String username,
        String password,
        String ownerUsername,
        String ownerPassword,
        @Nullable Path ca,
        @Bindable(defaultValue = "4") int pools,
        @Bindable(defaultValue = "6") int connections,
        @Bindable(defaultValue = "20") int kept,
        @Bindable(defaultValue = "5s") Duration connectionTimeout,
        @Bindable(defaultValue = "15s") Duration statementTimeout,
        @Bindable(defaultValue = "1500") int most) {

    PoolConfig forTenants() {
        return new PoolConfig(
                name, url, username, password, ca, pools, connections, kept, connectionTimeout, statementTimeout);
    }

    PoolConfig forOwner() {
        return new PoolConfig(
                name, url, ownerUsername, ownerPassword, ca, 1, 1, 0, connectionTimeout, statementTimeout);
    }

    @Override
    public String toString() {
        return name + " at " + url;
    }
}
