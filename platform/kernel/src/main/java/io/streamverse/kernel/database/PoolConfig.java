package io.streamverse.kernel.database;

import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/// One login on one PostgreSQL database. `pools` small pools of `connections` each; tenants keep to one of them.
@EachProperty("database")
public record PoolConfig(
        @Parameter String name,
        String url,
        String username,
        String password,
        @Bindable(defaultValue = "1") int pools,
        @Bindable(defaultValue = "8") int connections,
        @Bindable(defaultValue = "5s") Duration connectionTimeout,
        @Bindable(defaultValue = "30s") Duration statementTimeout) {

    @Override
    public String toString() {
        return name + " at " + url;
    }
}
