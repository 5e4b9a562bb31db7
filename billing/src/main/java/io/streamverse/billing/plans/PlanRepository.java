package io.streamverse.billing.plans;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface PlanRepository extends GenericRepository<Plan, String> {
    @Query("SELECT * FROM billing.plan ORDER BY position")
    List<Plan> all();

    boolean existsByCode(String code);

    @Query("UPDATE billing.plan SET published_at = :at WHERE code = :code AND published_at IS NULL")
    int publish(String code, Instant at);
}
