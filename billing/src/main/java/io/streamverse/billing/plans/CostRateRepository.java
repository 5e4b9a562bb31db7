package io.streamverse.billing.plans;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface CostRateRepository extends GenericRepository<CostRate, String> {
    @Query("""
            SELECT meter, currency, dimensions, valid_from, price, per FROM billing.cost_rate
            ORDER BY meter, currency, dimensions, valid_from DESC
            """)
    List<CostRate> all();

    @Query("""
            SELECT EXISTS (SELECT FROM billing.cost_rate
                           WHERE meter = :meter AND currency = :currency AND dimensions = :dimensions::jsonb)
            """)
    boolean exists(String meter, String currency, @TypeDef(type = DataType.JSON) Map<String, String> dimensions);

    /// Nothing where there is one of that instant already.
    @Query("""
            INSERT INTO billing.cost_rate (meter, currency, dimensions, valid_from, price, per)
            VALUES (:meter, :currency, :dimensions::jsonb, :validFrom, :price, :per)
            ON CONFLICT DO NOTHING
            """)
    int add(
            String meter,
            String currency,
            @TypeDef(type = DataType.JSON) Map<String, String> dimensions,
            Instant validFrom,
            BigDecimal price,
            BigDecimal per);

    @Query("""
            SELECT DISTINCT ON (meter, dimensions) meter, currency, dimensions, valid_from, price, per
            FROM billing.cost_rate
            WHERE currency = :currency AND valid_from <= :at
            ORDER BY meter, dimensions, valid_from DESC
            """)
    List<CostRate> at(String currency, Instant at);
}
