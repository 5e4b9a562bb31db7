package io.streamverse.server.viewers;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface SigningKeyRepository extends GenericRepository<SigningKey, String> {
    /// The one that signs first.
    @Query("""
            SELECT id, public_jwk, sealed, created_at, ends_at FROM viewer_key
            WHERE ends_at IS NULL OR ends_at > :now
            ORDER BY ends_at DESC NULLS FIRST, id DESC
            """)
    List<SigningKey> believed(Instant now);

    /// Nothing where another server was faster.
    @Query("""
            INSERT INTO viewer_key (id, public_jwk, sealed, created_at) VALUES (:id, :publicJwk, :sealed, :createdAt)
            ON CONFLICT DO NOTHING
            """)
    void add(String id, String publicJwk, String sealed, Instant createdAt);

    @Query("UPDATE viewer_key SET ends_at = :endsAt WHERE ends_at IS NULL AND created_at <= :madeBefore")
    void retire(Instant madeBefore, Instant endsAt);

    @Query("DELETE FROM viewer_key WHERE id = :id")
    void remove(String id);

    @Query("DELETE FROM viewer_key WHERE ends_at <= :now")
    void forget(Instant now);
}
