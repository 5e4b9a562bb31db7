package io.streamverse.server.keys;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import io.streamverse.kernel.tenancy.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES, dataSource = "control")
interface KeyRepository extends GenericRepository<ApiKey, String> {
    ApiKey save(ApiKey key);

    ApiKey update(ApiKey key);

    Optional<ApiKey> find(String id, TenantId tenantId, String environment);

    boolean existsByTenantIdAndEnvironmentAndExternalIdAndIdNotEquals(
            TenantId tenantId, String environment, String externalId, String id);

    @Query("""
            SELECT id, tenant_id, environment, name, scopes, hint, created_at, expires_at, last_used_at, external_id,
                   metadata, version
            FROM control.api_key
            WHERE tenant_id = :tenantId AND environment = :environment AND (:after::text IS NULL OR id < :after)
              AND (:externalId::text IS NULL OR external_id = :externalId)
            ORDER BY id DESC
            LIMIT :size
            """)
    List<ApiKey> page(
            TenantId tenantId, String environment, @Nullable String after, @Nullable String externalId, int size);

    @Query("DELETE FROM control.api_key WHERE id = :id")
    void remove(String id);

    @Query("INSERT INTO control.api_key_secret (hash, key_id) VALUES (:hash, :keyId)")
    void addSecret(String hash, String keyId);

    @Query("""
            UPDATE control.api_key_secret SET ends_at = :endsAt
            WHERE key_id = :keyId AND (ends_at IS NULL OR ends_at > :endsAt)
            """)
    void endSecrets(String keyId, Instant endsAt);

    @Query("""
            SELECT k.id, k.tenant_id, k.environment, k.scopes, least(s.ends_at, k.expires_at) AS ends_at
            FROM control.api_key_secret s JOIN control.api_key k ON k.id = s.key_id
            WHERE s.hash = :hash
            """)
    Optional<KnownKey> known(String hash);

    @Query("""
            UPDATE control.api_key SET last_used_at = greatest(last_used_at, :at)
            WHERE id = :id
            """)
    void used(String id, Instant at);
}
