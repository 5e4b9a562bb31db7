package io.streamverse.billing.subscriptions;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface SubscriptionRepository extends GenericRepository<Subscription, String> {
    Subscription save(Subscription subscription);

    @Query("UPDATE billing.subscription SET plan = :plan WHERE tenant_id = :tenantId")
    void move(String tenantId, String plan);

    @Query("""
            SELECT * FROM billing.subscription
            WHERE (:after::text IS NULL OR id < :after) AND (:tenantId::text IS NULL OR tenant_id = :tenantId)
            ORDER BY id DESC
            LIMIT :size
            """)
    List<Subscription> page(@Nullable String after, @Nullable String tenantId, int size);
}
