package io.streamverse.server.limits;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface BudgetRepository extends GenericRepository<Budget, Short> {
    /// 1 for the first who asks: with this row an environment has its quotas.
    @Query("INSERT INTO budget (id) VALUES (1) ON CONFLICT DO NOTHING")
    int begin();

    @Query("SELECT id, amount, spent, currency, period_from, period_to, counted_at FROM budget")
    Optional<Budget> find();

    @Query("""
            UPDATE budget SET revision = :revision, amount = :amount, spent = :spent, currency = :currency,
                period_from = :from, period_to = :to, counted_at = :at
            WHERE revision < :revision
            """)
    void count(
            long revision,
            @Nullable BigDecimal amount,
            BigDecimal spent,
            String currency,
            Instant from,
            Instant to,
            Instant at);
}
