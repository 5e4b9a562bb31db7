package io.streamverse.server.limits;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface QuotaRepository extends GenericRepository<Quota, String> {
    String SELECT = """
            SELECT meter, planned, included, granted, hard, period_from, period_to, later_ends, counted, counted_from,
                   counted_at, settled, settled_from, reserved, held
            FROM quota
            """;

    @Query("SELECT to_regclass('quota') IS NOT NULL")
    boolean exist();

    @Query(SELECT + "ORDER BY meter")
    List<Quota> all();

    @Query(SELECT + "WHERE meter IN (:meters) ORDER BY meter")
    List<Quota> of(Collection<String> meters);

    /// Always in this order, so that two who want several never wait for each other.
    @Query(SELECT + "WHERE meter IN (:meters) ORDER BY meter FOR UPDATE")
    List<Quota> lock(Collection<String> meters);

    @Query("""
            INSERT INTO quota (meter, planned, included, hard, period_from, period_to, later_ends,
                counted_from, counted_at, settled_from)
            VALUES (:meter, :amount, :amount, :hard, :from, :to, :laterEnds, :from, :now, :from) ON CONFLICT DO NOTHING
            """)
    void begin(
            String meter,
            BigDecimal amount,
            boolean hard,
            Instant from,
            Instant to,
            @TypeDef(type = DataType.STRING_ARRAY) List<String> laterEnds,
            Instant now);

    @Query("UPDATE quota SET reserved = reserved + :amount WHERE meter = :meter")
    void reserve(String meter, BigDecimal amount);

    /// What was settled in another period is none of this one's.
    @Query("""
            UPDATE quota SET settled_from = :from,
                settled = :charged + CASE WHEN settled_from >= :from AND settled_from < :to THEN settled ELSE 0 END
            WHERE meter = :meter
            """)
    void settle(String meter, BigDecimal charged, Instant from, Instant to);

    @Query("""
            UPDATE quota SET held = jsonb_set(held, ARRAY[:part], to_jsonb(coalesce((held ->> :part)::numeric, 0) + :amount))
            WHERE meter = :meter
            """)
    void hold(String meter, String part, BigDecimal amount);

    /// Billing has counted what was settled here in the period that began then.
    @Query("UPDATE quota SET settled = settled - :amount WHERE meter = :meter AND settled_from = :from")
    void counted(String meter, BigDecimal amount, Instant from);

    @Query("""
            UPDATE quota SET planned = :planned, included = :included, granted = :granted, hard = :hard, period_from = :from,
                period_to = :to, later_ends = :laterEnds, allowance_revision = :revision
            WHERE meter = :meter AND allowance_revision < :revision
            """)
    void allow(
            String meter,
            long revision,
            BigDecimal planned,
            BigDecimal included,
            BigDecimal granted,
            boolean hard,
            Instant from,
            Instant to,
            @TypeDef(type = DataType.STRING_ARRAY) List<String> laterEnds);

    @Query("""
            UPDATE quota SET counted = :counted, counted_from = :from, counted_at = :at, usage_revision = :revision
            WHERE meter = :meter AND usage_revision < :revision
            """)
    void count(String meter, long revision, BigDecimal counted, Instant from, Instant at);
}
