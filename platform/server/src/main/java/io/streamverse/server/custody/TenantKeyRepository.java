package io.streamverse.server.custody;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface TenantKeyRepository extends GenericRepository<TenantKey, Integer> {
    /// Of two that make the first key at once, the other waits for it here and then makes none.
    @Query("""
            INSERT INTO tenant_key (number, kms, wrapped, created_at)
            VALUES (:number, :kms, :wrapped, :createdAt)
            ON CONFLICT DO NOTHING
            """)
    void add(TenantKey key);

    @Query("SELECT number, kms, wrapped, created_at FROM tenant_key ORDER BY number DESC LIMIT 1")
    Optional<TenantKey> newest();

    Optional<TenantKey> findById(int number);

    @Query("DELETE FROM tenant_key WHERE number < :number")
    void removeBefore(int number);
}
