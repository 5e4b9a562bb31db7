package io.streamverse.server.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.transaction.TransactionOperations;
import io.streamverse.events.usage.MediaDelivered;
import io.streamverse.kernel.ids.Ids;
import io.streamverse.kernel.messaging.Outbox;
import io.streamverse.kernel.problem.Conflict;
import io.streamverse.kernel.tenancy.TenantSpace;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Counts access logs: each byte of each once. How far a log was counted is kept in the transaction that tells what was
/// in it, so a piece that comes again, or comes half, changes nothing that was counted.
@Singleton
class LogIntake {
    private static final long MICROS = 1_000;
    private final TransactionOperations<Connection> control;
    private final LogRepository logs;
    private final Outbox outbox;
    private final Ids ids;
    private final InstantSource clock;

    LogIntake(
            @Named("control") TransactionOperations<Connection> control,
            LogRepository logs,
            Outbox outbox,
            Ids ids,
            InstantSource clock) {
        this.control = control;
        this.logs = logs;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /// Nothing reaches over the end of an hour, in whatever time zone.
    private record Minute(TenantSpace space, Instant start) {}

    private record Sum(long bytes, long micros) {
        Sum plus(Sum other) {
            return new Sum(bytes + other.bytes, micros + other.micros);
        }
    }

    long counted(String object) {
        return logs.counted(object);
    }

    /// Up to its last whole line; answers how far the log is counted now.
    long take(String object, String via, long offset, byte[] piece) {
        return control.executeWrite(_ -> {
            long counted = logs.lock(object, clock.instant());
            if (offset > counted) {
                throw new Conflict(
                        "delivery.log.gap",
                        "%s is counted up to byte %d: send on from there".formatted(object, counted));
            }
            int from = (int) Math.min(counted - offset, piece.length);
            int to = Math.max(from, lastLine(piece));
            sums(new String(piece, from, to - from, UTF_8)).forEach((minute, sum) -> tell(minute, sum, via));
            long now = Math.max(counted, offset + to);
            logs.count(object, now);
            return now;
        });
    }

    private static int lastLine(byte[] piece) {
        int end = piece.length;
        while (end > 0 && piece[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private Map<Minute, Sum> sums(String lines) {
        var sums = new HashMap<Minute, Sum>();
        lines.lines()
                .map(LogLine::parse)
                .flatMap(Optional::stream)
                .forEach(it -> sums.merge(minute(it), new Sum(it.bytes(), it.micros()), Sum::plus));
        return sums;
    }

    /// No clock of an edge says when something will be delivered.
    private Minute minute(LogLine line) {
        var now = clock.instant();
        var at = line.at().isAfter(now) ? now : line.at();
        return new Minute(line.space(), at.truncatedTo(ChronoUnit.MINUTES));
    }

    private void tell(Minute minute, Sum sum, String via) {
        outbox.add(
                minute.space(),
                new MediaDelivered(ids.next("dlv"), via, sum.bytes(), sum.micros() / MICROS, minute.start()));
    }
}
