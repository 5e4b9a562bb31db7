package io.streamverse.server.media;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface FileRepository extends GenericRepository<StoredFile, String> {
    String SELECT = """
            SELECT o.id, o.asset_id, o.number, o.storage_class, o.object_key, o.bytes, o.removed_at FROM asset_object o
            """;

    StoredFile save(StoredFile file);

    @Query("SELECT EXISTS (SELECT FROM asset_object WHERE object_key = :key)")
    boolean isKnown(String key);

    @Query("SELECT EXISTS (SELECT FROM asset_object WHERE object_key = :key AND removed_at IS NULL)")
    boolean isHeld(String key);

    @Query(SELECT + "WHERE asset_id = :assetId AND removed_at IS NULL ORDER BY id")
    List<StoredFile> held(String assetId);

    /// Captions are of no version: the next one has them too.
    @Query(SELECT + """
            WHERE asset_id = :assetId AND storage_class = :storageClass AND number <= :upTo AND removed_at IS NULL
              AND NOT EXISTS (SELECT FROM caption c WHERE c.object_key = o.object_key)
            ORDER BY id
            """)
    List<StoredFile> heldOfVersions(String assetId, String storageClass, int upTo);

    @Query(SELECT + "WHERE object_key = :key AND removed_at IS NULL")
    Optional<StoredFile> heldAs(String key);

    @Query("UPDATE asset_object SET removed_at = :at WHERE id = :id AND removed_at IS NULL")
    int remove(String id, Instant at);

    @Query(SELECT + "WHERE removed_at IS NOT NULL ORDER BY removed_at LIMIT 1000")
    List<StoredFile> toSweep();

    @Query("DELETE FROM asset_object WHERE id = :id AND removed_at IS NOT NULL")
    void forget(String id);
}
