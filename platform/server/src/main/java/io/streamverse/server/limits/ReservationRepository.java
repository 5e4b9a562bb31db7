package io.streamverse.server.limits;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ReservationRepository extends GenericRepository<Reservation, String> {
    String SELECT = """
            SELECT id, meter, reference, purpose, amount, quote, state, actual, settled_from, created_at, expires_at,
                   closed_at
            FROM reservation
            """;

    Reservation save(Reservation reservation);

    Reservation update(Reservation reservation);

    Optional<Reservation> findById(String id);

    Optional<Reservation> find(String reference, String meter);

    @Query(SELECT + "WHERE state = 'OPEN' ORDER BY meter, id LIMIT :size")
    List<Reservation> open(int size);

    @Query("UPDATE reservation SET expires_at = greatest(expires_at, :expiresAt) WHERE id = :id AND state = 'OPEN'")
    int extend(String id, Instant expiresAt);

    @Query("""
            UPDATE reservation SET state = :state, actual = :actual, settled_from = :settledFrom, closed_at = :at
            WHERE id = :id
            """)
    void settle(String id, Reservation.State state, BigDecimal actual, Instant settledFrom, Instant at);

    @Query("UPDATE reservation SET state = 'RELEASED', closed_at = :at WHERE id = :id")
    void release(String id, Instant at);

    @Query("SELECT DISTINCT meter FROM reservation WHERE state = 'OPEN' AND expires_at <= :now")
    List<String> metersWithExpired(Instant now);

    @Query(SELECT + "WHERE state = 'OPEN' AND expires_at <= :now AND meter IN (:meters)")
    List<Reservation> expired(Collection<String> meters, Instant now);

    /// Not where it was extended meanwhile.
    @Query("""
            UPDATE reservation SET state = 'EXPIRED', closed_at = :now
            WHERE id = :id AND state = 'OPEN' AND expires_at <= :now
            """)
    int expire(String id, Instant now);

    @Query(SELECT + "WHERE state = 'SETTLED' AND meter = :meter AND reference IN (:facts)")
    List<Reservation> settled(String meter, Collection<String> facts);

    @Query("UPDATE reservation SET state = 'COUNTED' WHERE id = :id")
    void counted(String id);

    @Query("DELETE FROM reservation WHERE state <> 'OPEN' AND closed_at < :before")
    void forget(Instant before);
}
