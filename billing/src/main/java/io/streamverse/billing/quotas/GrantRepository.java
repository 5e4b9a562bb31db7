package io.streamverse.billing.quotas;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface GrantRepository extends GenericRepository<Grant, String> {
    String SELECT = """
            SELECT id, space, meter, amount, reason, at, created_at FROM billing.quota_grant
            """;

    Grant save(Grant grant);

    @Query(SELECT + "WHERE space = :space AND at >= :from AND at < :to")
    List<Grant> within(String space, Instant from, Instant to);

    @Query(SELECT + """
            WHERE (:after::text IS NULL OR id < :after)
              AND (:tenantId::text IS NULL OR split_part(space, ':', 1) = :tenantId)
            ORDER BY id DESC
            LIMIT :size
            """)
    List<Grant> page(@Nullable String after, @Nullable String tenantId, int size);
}
