package io.streamverse.server.browse;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface PlayRepository extends GenericRepository<Play, String> {
    @Query("""
            INSERT INTO browse_play (title_id, on_day, viewer_id) VALUES (:titleId, :onDay, :viewerId)
            ON CONFLICT DO NOTHING
            """)
    void add(String titleId, LocalDate onDay, String viewerId);

    /// Each viewer of a day counts once, and half as much two days later.
    @Query("""
            SELECT title_id FROM browse_play WHERE on_day > :since
            GROUP BY title_id
            ORDER BY sum(power(0.5, (:today::date - on_day) / 2.0)) DESC, title_id DESC
            LIMIT :most
            """)
    List<String> trending(LocalDate since, LocalDate today, int most);

    @Query("DELETE FROM browse_play WHERE on_day <= :day")
    void forget(LocalDate day);
}
