package io.streamverse.kernel.messaging;

import io.micronaut.context.annotation.Requires;
import io.streamverse.kernel.database.Sql;
import io.streamverse.kernel.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/// Tenants that are erased: what is still on its way of them changes nothing here any more.
@Singleton
@Requires(property = "database.control.url")
public class Gone {
    private final Sql sql;

    Gone(Sql sql) {
        this.sql = sql;
    }

    public void mark(TenantId tenant) {
        sql.write("INSERT INTO plumbing.gone (tenant) VALUES (?) ON CONFLICT DO NOTHING", tenant.value());
    }

    /// Those of them that are gone.
    public Set<TenantId> among(Collection<TenantId> tenants) {
        var ids = tenants.stream().map(TenantId::value).toArray(String[]::new);
        return sql
                .read(
                        "SELECT tenant FROM plumbing.gone WHERE tenant = ANY (?)",
                        row -> new TenantId(row.getString(1)),
                        (Object) ids)
                .stream()
                .collect(Collectors.toSet());
    }

    public boolean contains(TenantId tenant) {
        return !among(Set.of(tenant)).isEmpty();
    }
}
