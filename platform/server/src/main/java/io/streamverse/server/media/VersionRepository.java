package io.streamverse.server.media;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface VersionRepository extends GenericRepository<AssetVersion, String> {
    AssetVersion save(AssetVersion version);

    AssetVersion update(AssetVersion version);

    Optional<AssetVersion> find(String assetId, int number);

    @Query("""
            SELECT v.id, v.asset_id, v.number, v.original_key, v.original_bytes, v.sha256, v.duplicate_of, v.media,
                   v.created_at
            FROM asset_version v
            JOIN asset a ON a.id = v.asset_id AND a.latest = v.number
            WHERE a.id IN (:assetIds)
            """)
    List<AssetVersion> latestOf(Collection<String> assetIds);

    /// The first other asset with the same bytes.
    @Query("""
            SELECT a.id FROM asset_version v JOIN asset a ON a.id = v.asset_id
            WHERE v.sha256 = :sha256 AND a.id <> :assetId AND a.deleted_at IS NULL
            ORDER BY a.id LIMIT 1
            """)
    Optional<String> twin(String sha256, String assetId);
}
