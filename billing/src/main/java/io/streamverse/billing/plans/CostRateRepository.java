package io.streamverse.billing.plans;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface CostRateRepository extends GenericRepository<CostRate, String> {
    @Query("""
            SELECT DISTINCT ON (meter) * FROM billing.cost_rate
            WHERE currency = :currency AND valid_from <= :at
            ORDER BY meter, valid_from DESC
            """)
    List<CostRate> at(String currency, Instant at);
}
