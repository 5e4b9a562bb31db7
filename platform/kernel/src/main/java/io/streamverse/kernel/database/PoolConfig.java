package io.streamverse.kernel.database;

import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One login on one PostgreSQL database, over TLS where `ca` names whom to believe. Tenants keep to one of `pools`
/// small pools; in each, `connections` work at once, and up to `kept` (never fewer) stand ready in the schemas of those
/// who used them last.
@EachProperty("database")
public record PoolConfig(
        @Parameter String name,
        String url,
        String username,
        String password,
        @Nullable Path ca,
        @Bindable(defaultValue = "1") int pools,
        @Bindable(defaultValue = "8") int connections,
        @Bindable(defaultValue = "0") int kept,
        @Bindable(defaultValue = "5s") Duration connectionTimeout,
        @Bindable(defaultValue = "30s") Duration statementTimeout) {

    /// The same way into the database, for so many at once.
    public PoolConfig asOnePoolOf(int size) {
        return new PoolConfig(name, url, username, password, ca, 1, size, 0, connectionTimeout, statementTimeout);
    }

    int open() {
        return Math.max(connections, kept);
    }

    @Override
    public String toString() {
        return name + " at " + url;
    }
}
