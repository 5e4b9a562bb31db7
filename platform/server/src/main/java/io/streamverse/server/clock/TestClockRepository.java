package io.streamverse.server.clock;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface TestClockRepository extends GenericRepository<TestClock, Short> {
    @Query("SELECT ahead_ms FROM test_clock")
    Optional<Long> ahead();

    @Query("""
            INSERT INTO test_clock (id, ahead_ms) VALUES (1, :aheadMs)
            ON CONFLICT (id) DO UPDATE SET ahead_ms = greatest(test_clock.ahead_ms, excluded.ahead_ms)
            """)
    void put(long aheadMs);
}
