package io.streamverse.billing.plans;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface CostRateRepository extends GenericRepository<CostRate, String> {
    @Query("SELECT * FROM billing.cost_rate ORDER BY meter, currency, valid_from DESC")
    List<CostRate> all();

    boolean existsByMeterAndCurrency(String meter, String currency);

    /// Nothing where there is one of that instant already.
    @Query("""
            INSERT INTO billing.cost_rate (meter, currency, valid_from, price, per)
            VALUES (:meter, :currency, :validFrom, :price, :per)
            ON CONFLICT DO NOTHING
            """)
    int add(String meter, String currency, Instant validFrom, BigDecimal price, BigDecimal per);

    @Query("""
            SELECT DISTINCT ON (meter) * FROM billing.cost_rate
            WHERE currency = :currency AND valid_from <= :at
            ORDER BY meter, valid_from DESC
            """)
    List<CostRate> at(String currency, Instant at);
}
