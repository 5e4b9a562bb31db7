package io.streamverse.server.uploads;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface UploadRepository extends GenericRepository<Upload, String> {
    String SELECT = """
            SELECT id, kind, state, asset_id, object_key, length, received, part_size, multipart_id, etags, pieces,
                   partials, metadata, reservation_id, attempt, writer_until, created_at, expires_at, cleared_at
            FROM upload
            """;

    Upload save(Upload upload);

    Optional<Upload> findById(String id);

    @Query(SELECT + "WHERE id = :id FOR UPDATE")
    Optional<Upload> lock(String id);

    @Query(SELECT + "WHERE id IN (:ids) ORDER BY id FOR UPDATE")
    List<Upload> lock(Collection<String> ids);

    @Query("UPDATE upload SET attempt = :attempt, writer_until = :until WHERE id = :id")
    void take(String id, long attempt, Instant until);

    @Query("""
            UPDATE upload SET writer_until = :until
            WHERE id = :id AND attempt = :attempt AND state = 'OPEN' AND writer_until IS NOT NULL
            """)
    int renew(String id, long attempt, Instant until);

    @Query("""
            UPDATE upload SET received = :received, multipart_id = :multipartId, etags = :etags::jsonb,
                pieces = :pieces::jsonb, writer_until = :until, expires_at = :expiresAt
            WHERE id = :id AND attempt = :attempt AND state = 'OPEN' AND writer_until IS NOT NULL
            """)
    int advance(
            String id,
            long attempt,
            long received,
            @Nullable String multipartId,
            @TypeDef(type = DataType.JSON) List<String> etags,
            @TypeDef(type = DataType.JSON) List<Piece> pieces,
            Instant until,
            Instant expiresAt);

    @Query("UPDATE upload SET writer_until = NULL WHERE id = :id AND attempt = :attempt")
    void leave(String id, long attempt);

    @Query("UPDATE upload SET state = :state, received = :received, writer_until = NULL WHERE id = :id")
    void end(String id, Upload.State state, long received);

    @Query("UPDATE upload SET cleared_at = :at WHERE id = :id")
    void cleared(String id, Instant at);

    /// Whoever is writing now is not late.
    @Query("""
            SELECT id FROM upload
            WHERE (state = 'OPEN' OR (state = 'FINISHED' AND kind = 'PARTIAL')) AND expires_at <= :now
              AND (writer_until IS NULL OR writer_until < :now)
            LIMIT 100
            """)
    List<String> late(Instant now);

    @Query("""
            SELECT id FROM upload
            WHERE state = 'OPEN' AND (received = length OR kind = 'FINAL') AND (writer_until IS NULL OR writer_until < :now)
            LIMIT 100
            """)
    List<String> unfinished(Instant now);

    @Query(SELECT + """
            WHERE state <> 'OPEN' AND cleared_at IS NULL AND NOT (state = 'FINISHED' AND kind = 'PARTIAL')
            LIMIT 100
            """)
    List<Upload> uncleared();

    @Query("DELETE FROM upload WHERE cleared_at < :before")
    void forget(Instant before);
}
