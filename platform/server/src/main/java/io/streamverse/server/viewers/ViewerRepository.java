package io.streamverse.server.viewers;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ViewerRepository extends GenericRepository<Viewer, String> {
    Optional<Viewer> findById(String id);

    Optional<Viewer> findByEmail(String email);

    Optional<Viewer> findByExternalId(String externalId);

    boolean existsById(String id);

    /// Nothing where address or externalId is somebody's.
    @Query("""
            INSERT INTO viewer (id, external_id, email, password_hash, name, locale, created_at, seen_at)
            VALUES (:id, :externalId, :email, :passwordHash, :name, :locale, :createdAt, :seenAt)
            ON CONFLICT DO NOTHING
            """)
    void add(Viewer viewer);

    /// One where the viewer was not seen since.
    @Query("UPDATE viewer SET seen_at = :now WHERE id = :id AND seen_at <= :since")
    int seen(String id, Instant now, Instant since);

    @Query("UPDATE viewer SET password_hash = :passwordHash WHERE id = :id")
    void rehash(String id, String passwordHash);

    @Query("""
            SELECT id, external_id, email, password_hash, name, locale, created_at, seen_at FROM viewer
            WHERE (:after::text IS NULL OR id < :after) AND (:externalId::text IS NULL OR external_id = :externalId)
              AND (:email::text IS NULL OR email = :email)
            ORDER BY id DESC
            LIMIT :size
            """)
    List<Viewer> page(@Nullable String after, @Nullable String externalId, @Nullable String email, int size);
}
