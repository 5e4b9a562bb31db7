package io.streamverse.billing.quotes;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface QuoteRepository extends GenericRepository<Quote, String> {
    Quote save(Quote quote);

    Optional<Quote> findByIdAndTenantIdAndEnv(String id, String tenantId, String env);

    boolean existsByTenantIdAndEnvAndExternalId(String tenantId, String env, String externalId);
}
