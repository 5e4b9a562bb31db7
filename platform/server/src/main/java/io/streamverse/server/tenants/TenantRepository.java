package io.streamverse.server.tenants;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import io.streamverse.kernel.tenancy.TenantId;
import io.streamverse.server.limits.Allowance;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES, dataSource = "control")
interface TenantRepository extends GenericRepository<Tenant, TenantId> {
    String SELECT = """
            SELECT id, slug, name, state, plan, owner_email, owner_name, country, currency, external_id, metadata,
                   allowed_origins, suspension_level, suspension_reason, suspension_at, closure, created_at,
                   creating_until, version
            FROM control.tenant
            """;

    Tenant save(Tenant tenant);

    Tenant update(Tenant tenant);

    Optional<Tenant> findById(TenantId id);

    Optional<Tenant> findBySlug(String slug);

    Optional<Tenant> findByExternalId(String externalId);

    /// By the one clock that all servers see: what one whose own runs ahead took for given up, another still works on.
    @Query("SELECT clock_timestamp()")
    Instant now();

    @Query(SELECT + """
            WHERE state = 'CLEARING' OR (state = 'CREATING' AND creating_until < clock_timestamp())
            """)
    List<Tenant> givenUp();

    @Query(SELECT + """
            WHERE state = 'ACTIVE' AND (:after::text IS NULL OR id < :after)
              AND (:slug::text IS NULL OR slug = :slug) AND (:externalId::text IS NULL OR external_id = :externalId)
            ORDER BY id DESC
            LIMIT :size
            """)
    List<Tenant> page(@Nullable String after, @Nullable String slug, @Nullable String externalId, int size);

    @Query("UPDATE control.tenant SET state = 'ACTIVE' WHERE id = :id AND state = 'CREATING'")
    int activate(TenantId id);

    @Query("UPDATE control.tenant SET state = 'CLEARING' WHERE id = :id AND state = 'CREATING'")
    int giveUp(TenantId id);

    @Query("DELETE FROM control.tenant WHERE id = :id AND state = 'CLEARING'")
    void forget(TenantId id);

    @Query("SELECT EXISTS (SELECT FROM control.tenant WHERE id = :id AND state = 'ACTIVE')")
    boolean isActive(TenantId id);

    @Query("SELECT EXISTS (SELECT FROM control.tenant WHERE id = :id AND state IN ('CREATING', 'ACTIVE'))")
    boolean isWanted(TenantId id);

    @Query("SELECT EXISTS (SELECT FROM control.slug_hold WHERE slug = :slug AND until > :now)")
    boolean isHeld(String slug, Instant now);

    @Query("""
            UPDATE control.tenant SET state = 'ERASING', external_id = NULL, version = version + 1
            WHERE id = :id AND state = 'ACTIVE'
              AND (:overAt::timestamptz IS NULL OR (closure ->> 'endsAt')::timestamptz <= :overAt)
            """)
    int erase(TenantId id, @Nullable Instant overAt);

    @Query("DELETE FROM control.tenant WHERE id = :id AND state = 'ERASING'")
    void forgetErased(TenantId id);

    @Query("""
            INSERT INTO control.slug_hold (slug, until) VALUES (:slug, :until)
            ON CONFLICT (slug) DO UPDATE SET until = excluded.until
            """)
    void hold(String slug, Instant until);

    @Query("DELETE FROM control.slug_hold WHERE until <= :now")
    void forgetHolds(Instant now);

    /// Those whose time to reopen is over.
    @Query("""
            SELECT id FROM control.tenant
            WHERE state = 'ACTIVE' AND closure IS NOT NULL AND (closure ->> 'endsAt')::timestamptz <= :now
            ORDER BY id
            """)
    List<String> over(Instant now);

    @Query("SELECT EXISTS (SELECT FROM control.plan WHERE code = :code)")
    boolean planExists(String code);

    @Query("SELECT EXISTS (SELECT FROM control.plan)")
    boolean plansAreKnown();

    @Query("""
            INSERT INTO control.plan (code, name, allowances) VALUES (:code, :name, :allowances::jsonb)
            ON CONFLICT (code) DO UPDATE SET name = excluded.name, allowances = excluded.allowances
            """)
    void putPlan(String code, String name, @TypeDef(type = DataType.JSON) List<Allowance> allowances);

    @Query("""
            SELECT meter, amount, hard
            FROM control.plan p, jsonb_to_recordset(p.allowances) AS it (meter text, amount numeric, hard boolean)
            WHERE p.code = :plan
            """)
    List<Allowance> allowances(String plan);
}
