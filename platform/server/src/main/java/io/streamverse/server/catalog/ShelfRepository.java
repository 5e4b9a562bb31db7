package io.streamverse.server.catalog;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Published titles that an audience may find.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ShelfRepository extends GenericRepository<Title, String> {
    String FOUND = """
             state = 'PUBLISHED'
             AND (:age::int IS NULL OR (age_rating ->> 'minimumAge')::int <= :age)
             AND (jsonb_array_length(territories) = 0 OR coalesce(jsonb_exists(territories, :territory), false))
             AND (jsonb_array_length(windows) = 0 OR EXISTS (
                 SELECT 1 FROM jsonb_array_elements(windows) opening
                 WHERE (opening ->> 'from' IS NULL OR (opening ->> 'from')::timestamptz <= :now)
                   AND (opening ->> 'until' IS NULL OR (opening ->> 'until')::timestamptz > :now)
                   AND (jsonb_array_length(opening -> 'territories') = 0
                        OR coalesce(jsonb_exists(opening -> 'territories', :territory), false))))
            """;

    @Query(TitleRepository.SELECT + "WHERE (:after::text IS NULL OR id < :after) AND " + FOUND
            + " ORDER BY id DESC LIMIT :size")
    List<Title> page(@Nullable String after, @Nullable Integer age, @Nullable String territory, Instant now, int size);

    @Query(TitleRepository.SELECT + "WHERE " + FOUND + " ORDER BY published_at DESC, id DESC LIMIT :size")
    List<Title> latest(@Nullable Integer age, @Nullable String territory, Instant now, int size);

    @Query(TitleRepository.SELECT + "WHERE access ->> 'kind' = 'free' AND " + FOUND
            + " ORDER BY published_at DESC, id DESC LIMIT :size")
    List<Title> latestFree(@Nullable Integer age, @Nullable String territory, Instant now, int size);

    @Query(TitleRepository.SELECT + "WHERE id = ANY (:ids) AND " + FOUND)
    List<Title> among(String[] ids, @Nullable Integer age, @Nullable String territory, Instant now);

    @Query(TitleRepository.SELECT + "WHERE search @@ to_tsquery('simple', :words) AND " + FOUND
            + " ORDER BY ts_rank(search, to_tsquery('simple', :words)) DESC, id DESC LIMIT :size")
    List<Title> matching(String words, @Nullable Integer age, @Nullable String territory, Instant now, int size);
}
