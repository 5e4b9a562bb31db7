package io.streamverse.billing.quotes;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface QuoteRepository extends GenericRepository<Quote, String> {
    Quote save(Quote quote);

    Optional<Quote> findByIdAndTenantIdAndEnv(String id, String tenantId, String env);

    boolean existsByTenantIdAndEnvAndExternalId(String tenantId, String env, String externalId);

    @Query("DELETE FROM billing.quote WHERE expires_at < :before")
    void forget(Instant before);
}
