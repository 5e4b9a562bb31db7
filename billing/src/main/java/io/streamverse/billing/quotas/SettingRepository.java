package io.streamverse.billing.quotas;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface SettingRepository extends GenericRepository<Setting, String> {
    List<Setting> findBySpace(String space);

    @Query("""
            INSERT INTO billing.quota_setting (space, meter, included) VALUES (:space, :meter, :included)
            ON CONFLICT (space, meter) DO UPDATE SET included = excluded.included
            """)
    void include(String space, String meter, @Nullable BigDecimal included);

    @Query("""
            INSERT INTO billing.quota_setting (space, meter, hard) VALUES (:space, :meter, :hard)
            ON CONFLICT (space, meter) DO UPDATE SET hard = excluded.hard
            """)
    void harden(String space, String meter, boolean hard);

    @Query("SELECT amount FROM billing.quota_budget WHERE space = :space AND amount IS NOT NULL")
    Optional<BigDecimal> budget(String space);

    @Query("""
            INSERT INTO billing.quota_budget (space, amount) VALUES (:space, :amount)
            ON CONFLICT (space) DO UPDATE SET amount = excluded.amount
            """)
    void budget(String space, @Nullable BigDecimal amount);
}
