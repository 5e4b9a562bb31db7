package io.streamverse.server.media;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface BundleRepository extends GenericRepository<Bundle, String> {
    String SELECT = """
            SELECT b.id, b.asset_id, b.number, b.duration_ms, b.protection, b.key_id, b.index_key, b.renditions,
                   b.storyboard_key, b.poster_keys, b.created_at, b.replaced_at
            FROM bundle b
            """;

    Bundle save(Bundle bundle);

    @Query(SELECT + """
            JOIN asset a ON a.id = b.asset_id
            WHERE asset_id = :assetId AND replaced_at IS NULL AND deleted_at IS NULL
            """)
    Optional<Bundle> serving(String assetId);

    @Query(SELECT + """
            JOIN asset a ON a.id = b.asset_id
            WHERE asset_id = :assetId AND number = :number AND deleted_at IS NULL
            """)
    Optional<Bundle> of(String assetId, int number);

    @Query(SELECT + "WHERE asset_id IN (:assetIds) AND replaced_at IS NULL")
    List<Bundle> serving(Collection<String> assetIds);

    @Query("UPDATE bundle SET replaced_at = :at WHERE asset_id = :assetId AND replaced_at IS NULL")
    void replace(String assetId, Instant at);

    @Query(SELECT + "WHERE replaced_at < :before ORDER BY replaced_at LIMIT 100")
    List<Bundle> replacedBefore(Instant before);

    @Query("DELETE FROM bundle WHERE id = :id")
    void forget(String id);
}
