package io.streamverse.billing.quotas;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ToldRepository extends GenericRepository<Told, String> {
    List<Told> findBySpace(String space);

    @Query("""
            INSERT INTO billing.quota_told (space, meter, allowance, count) VALUES (:space, :meter, :allowance, :count)
            ON CONFLICT (space, meter) DO UPDATE SET allowance = excluded.allowance, count = excluded.count
            """)
    void put(String space, String meter, String allowance, String count);

    @Query("""
            INSERT INTO billing.quota_fact (space, meter, fact) SELECT :space, :meter, :fact
            WHERE NOT EXISTS (SELECT FROM plumbing.gone WHERE tenant = split_part(:space, ':', 1))
            ON CONFLICT DO NOTHING
            """)
    void add(String space, String meter, String fact);

    @Query("SELECT meter, fact FROM billing.quota_fact WHERE space = :space ORDER BY meter, fact")
    List<Fact> facts(String space);

    @Query("DELETE FROM billing.quota_fact WHERE space = :space")
    void forgetFacts(String space);

    /// 1 the first time.
    @Query("""
            INSERT INTO billing.quota_warning (space, meter, period_from, percent, at)
            VALUES (:space, :meter, :periodFrom, :percent, :at) ON CONFLICT DO NOTHING
            """)
    int warn(String space, String meter, Instant periodFrom, int percent, Instant at);
}
