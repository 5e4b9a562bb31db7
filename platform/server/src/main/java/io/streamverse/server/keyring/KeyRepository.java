package io.streamverse.server.keyring;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface KeyRepository extends GenericRepository<SealedKey, String> {
    String SELECT = """
            SELECT id, set_id, tier, tenant_key, sealed, created_at FROM content_key
            """;

    SealedKey save(SealedKey key);

    Optional<SealedKey> findById(String id);

    @Query(SELECT + "WHERE id IN (:ids) ORDER BY id")
    List<SealedKey> all(Collection<String> ids);

    @Query(SELECT + "WHERE id = :setId OR set_id = :setId ORDER BY created_at, id")
    List<SealedKey> ofSet(String setId);

    @Query(SELECT + """
            WHERE id > :after AND tenant_key IS DISTINCT FROM :newest
            ORDER BY id
            LIMIT :size
            FOR UPDATE
            """)
    List<SealedKey> closedOtherwise(String after, int newest, int size);

    SealedKey update(SealedKey key);
}
