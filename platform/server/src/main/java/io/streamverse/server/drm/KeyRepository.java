package io.streamverse.server.drm;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface KeyRepository extends GenericRepository<SealedKey, String> {
    SealedKey save(SealedKey key);

    Optional<SealedKey> findById(String id);

    void deleteById(String id);
}
