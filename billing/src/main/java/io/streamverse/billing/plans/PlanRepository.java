package io.streamverse.billing.plans;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface PlanRepository extends GenericRepository<Plan, String> {
    @Query("SELECT * FROM billing.plan ORDER BY position, code")
    List<Plan> all();

    Optional<Plan> findByCode(String code);

    boolean existsByCode(String code);
}
