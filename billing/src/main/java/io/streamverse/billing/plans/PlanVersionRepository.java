package io.streamverse.billing.plans;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface PlanVersionRepository extends GenericRepository<PlanVersion, String> {
    String SELECT = """
            SELECT id, plan, version, valid_from, created_at, allowances, tariffs FROM billing.plan_version
            """;

    PlanVersion save(PlanVersion version);

    @Query(SELECT + "WHERE plan = :plan ORDER BY version DESC")
    List<PlanVersion> of(String plan);

    /// Before a plan's first version its first holds.
    @Query(SELECT + """
            WHERE plan = :plan
            ORDER BY valid_from <= :at DESC,
                CASE WHEN valid_from <= :at THEN valid_from END DESC,
                CASE WHEN valid_from <= :at THEN version END DESC,
                valid_from, version
            LIMIT 1
            """)
    Optional<PlanVersion> at(String plan, Instant at);

    /// Those that hold and were not told of. A version that another one replaced meanwhile is passed over.
    @Query(SELECT + """
            WHERE id IN (
                SELECT DISTINCT ON (plan) id FROM billing.plan_version
                WHERE valid_from <= :now
                ORDER BY plan, valid_from DESC, version DESC)
              AND NOT EXISTS (
                SELECT FROM billing.plan_publication p
                WHERE p.plan = plan_version.plan AND p.version = plan_version.version)
            """)
    List<PlanVersion> untold(Instant now);

    @Query("INSERT INTO billing.plan_publication VALUES (:plan, :version, :at) ON CONFLICT DO NOTHING")
    int publish(String plan, int version, Instant at);
}
