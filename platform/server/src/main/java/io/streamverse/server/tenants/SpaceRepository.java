package io.streamverse.server.tenants;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import io.streamverse.kernel.tenancy.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Versions grow with the alphabet, and a server of an older release finds nothing of a newer one outdated.
@JdbcRepository(dialect = Dialect.POSTGRES, dataSource = "control")
interface SpaceRepository extends GenericRepository<KnownSpace, TenantId> {
    String SELECT = """
            SELECT s.tenant_id, s.environment, s.schema_version, s.created_at, s.migrated_at, s.migration_ms,
                   s.migration_error
            FROM control.tenant_space s
            """;

    @Query(SELECT + """
            JOIN control.tenant t ON t.id = s.tenant_id AND t.state = 'ACTIVE'
            ORDER BY s.tenant_id, s.environment
            """)
    List<KnownSpace> all();

    @Query(SELECT + "WHERE tenant_id = :tenantId AND environment = :environment")
    Optional<KnownSpace> find(TenantId tenantId, String environment);

    @Query(SELECT + "WHERE tenant_id = :tenantId ORDER BY environment")
    List<KnownSpace> of(TenantId tenantId);

    @Query("DELETE FROM control.tenant_space WHERE tenant_id = :tenantId")
    void remove(TenantId tenantId);

    @Query(SELECT + """
            JOIN control.tenant t ON t.id = s.tenant_id
            WHERE s.schema_version < :schemaVersion AND t.state <> 'ERASING'
            ORDER BY t.slug <> ALL (:canaries), s.tenant_id, s.environment
            """)
    List<KnownSpace> outdated(String schemaVersion, String[] canaries);

    @Query("""
            SELECT count(*) FROM control.tenant_space s JOIN control.tenant t ON t.id = s.tenant_id
            WHERE s.schema_version < :schemaVersion AND t.slug = ANY (:canaries)
            """)
    int canaries(String schemaVersion, String[] canaries);

    /// All environments of each tenant in it.
    @Query(SELECT + """
            WHERE tenant_id IN (
                SELECT DISTINCT tenant_id FROM control.tenant_space
                WHERE (:after::text IS NULL OR tenant_id < :after)
                  AND (:failed::boolean IS NULL OR (migration_error IS NOT NULL) = :failed)
                ORDER BY tenant_id DESC
                LIMIT :tenants)
            ORDER BY tenant_id DESC, environment
            """)
    List<KnownSpace> page(@Nullable String after, @Nullable Boolean failed, int tenants);

    @Query("""
            INSERT INTO control.tenant_space (tenant_id, environment, schema_version, created_at)
            VALUES (:tenantId, :environment, :schemaVersion, :at) ON CONFLICT DO NOTHING
            """)
    void add(TenantId tenantId, String environment, String schemaVersion, Instant at);

    @Query("""
            UPDATE control.tenant_space
            SET schema_version = greatest(schema_version, :schemaVersion), migrated_at = :at, migration_ms = :millis,
                migration_error = NULL
            WHERE tenant_id = :tenantId AND environment = :environment
            """)
    void migrated(TenantId tenantId, String environment, String schemaVersion, long millis, Instant at);

    @Query("""
            UPDATE control.tenant_space SET migrated_at = :at, migration_ms = :millis, migration_error = :error
            WHERE tenant_id = :tenantId AND environment = :environment
            """)
    void failed(TenantId tenantId, String environment, String error, long millis, Instant at);
}
