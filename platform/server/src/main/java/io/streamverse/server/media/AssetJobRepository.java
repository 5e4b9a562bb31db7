package io.streamverse.server.media;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface AssetJobRepository extends GenericRepository<AssetJob, String> {
    AssetJob save(AssetJob job);

    Optional<AssetJob> find(String jobId);

    @Query("UPDATE asset_job SET reservation_id = NULL WHERE job_id = :jobId")
    void settled(String jobId);

    @Query("""
            SELECT job_id, asset_id, number, kind, reservation_id, created_at FROM asset_job
            WHERE asset_id = :assetId ORDER BY job_id
            """)
    List<AssetJob> of(String assetId);
}
