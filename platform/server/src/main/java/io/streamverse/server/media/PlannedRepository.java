package io.streamverse.server.media;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface PlannedRepository extends GenericRepository<PlannedEncode, String> {
    PlannedEncode save(PlannedEncode planned);

    Optional<PlannedEncode> findById(String jobId);
}
