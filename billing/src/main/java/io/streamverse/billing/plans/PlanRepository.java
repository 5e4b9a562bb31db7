package io.streamverse.billing.plans;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface PlanRepository extends GenericRepository<Plan, String> {
    String SELECT = """
            SELECT code, name, description, position FROM billing.plan
            """;

    @Query(SELECT + "ORDER BY position, code")
    List<Plan> all();

    Optional<Plan> findByCode(String code);

    /// Who writes a version waits here for the one before.
    @Query(SELECT + "WHERE code = :code FOR UPDATE")
    Optional<Plan> locked(String code);

    /// Nothing where the code is taken.
    @Query("""
            INSERT INTO billing.plan (code, name, description, position)
            SELECT :code, :name, :description, coalesce(max(position), 0) + 1 FROM billing.plan
            ON CONFLICT (code) DO NOTHING
            """)
    int add(String code, String name, String description);

    boolean existsByCode(String code);
}
