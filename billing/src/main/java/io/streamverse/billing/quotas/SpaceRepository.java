package io.streamverse.billing.quotas;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Of a tenant that is gone nothing is news.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SpaceRepository extends GenericRepository<QuotaSpace, String> {
    @Query("""
            INSERT INTO billing.quota_space (space, opened, news) VALUES (:space, true, true)
            ON CONFLICT (space) DO UPDATE SET opened = true, news = true
            """)
    void open(String space);

    @Query("""
            INSERT INTO billing.quota_space (space, news) SELECT :space, true
            WHERE NOT EXISTS (SELECT FROM plumbing.gone WHERE tenant = split_part(:space, ':', 1))
            ON CONFLICT (space) DO UPDATE SET news = true
            """)
    void news(String space);

    @Query("""
            INSERT INTO billing.quota_space AS q (space, news, due_at) SELECT :space, false, :by
            WHERE NOT EXISTS (SELECT FROM plumbing.gone WHERE tenant = split_part(:space, ':', 1))
            ON CONFLICT (space) DO UPDATE SET due_at = least(q.due_at, :by)
            WHERE NOT q.news AND (q.due_at IS NULL OR q.due_at > :by)
            """)
    void newsBy(String space, Instant by);

    @Query("SELECT space FROM billing.quota_space WHERE opened AND (news OR due_at <= :now) ORDER BY space LIMIT 1000")
    List<String> due(Instant now);

    /// Whoever books for this environment waits; who booked before is seen.
    @Query("SELECT space, opened, news, revision FROM billing.quota_space WHERE space = :space FOR UPDATE")
    Optional<QuotaSpace> lock(String space);

    @Query("UPDATE billing.quota_space SET news = false, revision = :revision, due_at = :dueAt WHERE space = :space")
    void counted(String space, long revision, Instant dueAt);
}
