package io.streamverse.billing.clock;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface TestClockRepository extends GenericRepository<TestClock, String> {
    Optional<TestClock> findById(String tenantId);

    @Query("""
            INSERT INTO billing.test_clock (tenant_id, ahead_ms, target_ms) VALUES (:tenantId, 0, 0)
            ON CONFLICT DO NOTHING
            """)
    void begin(String tenantId);

    @Query("SELECT tenant_id, ahead_ms, target_ms FROM billing.test_clock WHERE tenant_id = :tenantId FOR UPDATE")
    TestClock lock(String tenantId);

    @Query("UPDATE billing.test_clock SET target_ms = :targetMs WHERE tenant_id = :tenantId")
    void aim(String tenantId, long targetMs);

    @Query("SELECT tenant_id FROM billing.test_clock WHERE ahead_ms <> target_ms ORDER BY tenant_id")
    List<String> advancing();

    @Query("UPDATE billing.test_clock SET ahead_ms = target_ms WHERE tenant_id = :tenantId")
    void reach(String tenantId);
}
