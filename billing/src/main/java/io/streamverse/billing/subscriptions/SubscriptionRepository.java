package io.streamverse.billing.subscriptions;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface SubscriptionRepository extends GenericRepository<Subscription, String> {
    String SELECT = """
            SELECT id, tenant_id, plan, currency, country, started_at, time_zone, reset, calendar_from, version
            FROM billing.subscription
            """;

    Subscription save(Subscription subscription);

    Subscription update(Subscription subscription);

    Optional<Subscription> findById(String id);

    @Query(SELECT + "WHERE id = :id FOR UPDATE")
    Optional<Subscription> locked(String id);

    Optional<Subscription> findByTenantId(String tenantId);

    /// Nothing where the tenant is on that plan already.
    @Query(
            "UPDATE billing.subscription SET plan = :plan, version = version + 1 WHERE tenant_id = :tenantId AND plan <> :plan")
    int move(String tenantId, String plan);

    @Query("""
            INSERT INTO billing.subscription_plan (tenant_id, from_at, plan) VALUES (:tenantId, :from, :plan)
            ON CONFLICT (tenant_id, from_at) DO UPDATE SET plan = EXCLUDED.plan
            """)
    void keepPlan(String tenantId, Instant from, String plan);

    /// The first, and those since that began until then.
    @Query("""
            SELECT from_at, plan FROM billing.subscription_plan
            WHERE tenant_id = :tenantId
                AND (from_at <= :at
                    OR from_at = (SELECT min(from_at) FROM billing.subscription_plan WHERE tenant_id = :tenantId))
            ORDER BY from_at
            """)
    List<PastPlan> plansUntil(String tenantId, Instant at);

    @Query("""
            INSERT INTO billing.subscription_calendar (tenant_id, calendar_from, time_zone, reset)
            SELECT tenant_id, calendar_from, time_zone, reset FROM billing.subscription WHERE id = :id
            """)
    void keepCalendar(String id);

    @Query("""
            SELECT tenant_id, calendar_from, time_zone, reset FROM billing.subscription_calendar
            WHERE tenant_id = :tenantId AND calendar_from <= :at
            ORDER BY calendar_from DESC
            LIMIT 1
            """)
    Optional<PastCalendar> calendarAt(String tenantId, Instant at);

    /// All there were, and the one that holds or will hold, in rising order.
    @Query("""
            SELECT tenant_id, calendar_from, time_zone, reset FROM billing.subscription_calendar
            WHERE tenant_id = :tenantId
            UNION ALL
            SELECT tenant_id, calendar_from, time_zone, reset FROM billing.subscription WHERE tenant_id = :tenantId
            ORDER BY calendar_from
            """)
    List<PastCalendar> calendars(String tenantId);

    @Query(SELECT + """
            WHERE (:after::text IS NULL OR id < :after)
                AND (:tenantId::text IS NULL OR tenant_id = :tenantId)
                AND (:plan::text IS NULL OR plan = :plan)
            ORDER BY id DESC
            LIMIT :size
            """)
    List<Subscription> page(@Nullable String after, @Nullable String tenantId, @Nullable String plan, int size);
}
