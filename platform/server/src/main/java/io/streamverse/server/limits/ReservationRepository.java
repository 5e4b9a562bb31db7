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
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ReservationRepository extends GenericRepository<Reservation, String> {
    /// Holds the amount with it; 0 where there is one of that reference and meter, and then nothing is held.
    @Query("""
            WITH added AS (
                INSERT INTO reservation (id, meter, reference, purpose, amount, quote, state, created_at, expires_at)
                VALUES (:id, :meter, :reference, :purpose, :amount, :quote, 'OPEN', :createdAt, :expiresAt)
                ON CONFLICT DO NOTHING
                RETURNING meter, amount)
            UPDATE quota SET reserved = reserved + added.amount FROM added WHERE quota.meter = added.meter
            """)
    int hold(
            String id,
            String meter,
            String reference,
            String purpose,
            BigDecimal amount,
            @Nullable String quote,
            Instant createdAt,
            Instant expiresAt);

    default int hold(Reservation it) {
        return hold(
                it.id(),
                it.meter(),
                it.reference(),
                it.purpose(),
                it.amount(),
                it.quote(),
                it.createdAt(),
                it.expiresAt());
    }

    Reservation update(Reservation reservation);

    Optional<Reservation> findById(String id);

    @Query("SELECT * FROM reservation WHERE reference = :reference AND meter = :meter")
    Optional<Reservation> find(String reference, String meter);

    @Query("SELECT * FROM reservation WHERE state = 'OPEN' ORDER BY meter, id LIMIT :size")
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

    @Query("SELECT * FROM reservation WHERE state = 'OPEN' AND expires_at <= :now AND meter IN (:meters)")
    List<Reservation> expired(Collection<String> meters, Instant now);

    /// Not where it was extended meanwhile.
    @Query("""
            UPDATE reservation SET state = 'EXPIRED', closed_at = :now
            WHERE id = :id AND state = 'OPEN' AND expires_at <= :now
            """)
    int expire(String id, Instant now);

    @Query("SELECT * FROM reservation WHERE state = 'SETTLED' AND meter = :meter AND reference IN (:facts)")
    List<Reservation> settled(String meter, Collection<String> facts);

    @Query("UPDATE reservation SET state = 'COUNTED' WHERE id = :id")
    void counted(String id);

    @Query("DELETE FROM reservation WHERE state <> 'OPEN' AND closed_at < :before")
    void forget(Instant before);
}
