package io.streamverse.server.media;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface CaptionRepository extends GenericRepository<Caption, String> {
    String SELECT = """
            SELECT id, asset_id, language, kind, label, object_key, cues, from_file, created_at FROM caption
            """;

    Caption save(Caption caption);

    @Query(SELECT + "WHERE asset_id = :assetId ORDER BY language, kind")
    List<Caption> of(String assetId);

    @Query(SELECT + "WHERE asset_id = :assetId AND from_file")
    List<Caption> ofFile(String assetId);

    Optional<Caption> find(String assetId, String id);

    Optional<Caption> find(String assetId, String language, CaptionKind kind);

    @Query("DELETE FROM caption WHERE id = :id")
    void delete(String id);
}
