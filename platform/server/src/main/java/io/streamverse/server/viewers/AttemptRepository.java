package io.streamverse.server.viewers;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface AttemptRepository extends GenericRepository<Attempt, String> {
    /// Counts a try before it is made, so that tries at once count too; nothing while the account is closed. From the
    /// fifth on, each closes it for longer: 15 seconds, doubling to 15 minutes.
    @Query("""
            INSERT INTO viewer_attempt AS it (id, failures, last_at) VALUES (:id, 1, :now)
            ON CONFLICT (id) DO UPDATE
            SET failures = CASE WHEN it.last_at < :forgottenSince THEN 1 ELSE it.failures + 1 END,
                last_at = :now,
                closed_until = CASE WHEN it.last_at >= :forgottenSince AND it.failures >= 4
                                    THEN :now::timestamptz
                                         + least(interval '15 minutes', interval '15 seconds' * 2 ^ least(it.failures - 4, 10))
                               END
            WHERE it.closed_until IS NULL OR it.closed_until <= :now
            """)
    int begin(String id, Instant now, Instant forgottenSince);

    Optional<Attempt> findById(String id);

    void deleteById(String id);

    @Query("DELETE FROM viewer_attempt WHERE last_at < :before")
    void forget(Instant before);
}
