package io.streamverse.server.drm;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface SettingsRepository extends GenericRepository<SettingsRow, Integer> {
    /// Whoever changes them is alone until the transaction ends.
    @Query("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(current_schema() || '.drm_settings', 0))")
    int beAlone();

    Optional<SettingsRow> findById(int id);

    SettingsRow save(SettingsRow row);

    SettingsRow update(SettingsRow row);
}
