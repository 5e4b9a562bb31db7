package io.streamverse.billing.intake;

import io.micronaut.transaction.annotation.Transactional;
import io.streamverse.billing.intake.BackfillRepository.Counts;
import io.streamverse.billing.intake.BackfillRepository.Part;
import io.streamverse.kernel.ids.Ids;
import io.streamverse.kernel.problem.NotFound;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes files of usage in, part by part, and books them, part by part.
@Singleton
class Backfills {
    private static final int PART_LINES = 2_000;
    private static final int PART_CHARACTERS = 1_000_000;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private final BackfillRepository backfills;
    private final BackfillFormat format;
    private final Intake intake;
    private final IntakeConfig config;
    private final Ids ids;
    private final InstantSource clock;

    Backfills(
            BackfillRepository backfills,
            BackfillFormat format,
            Intake intake,
            IntakeConfig config,
            Ids ids,
            InstantSource clock) {
        this.backfills = backfills;
        this.format = format;
        this.intake = intake;
        this.config = config;
        this.ids = ids;
        this.clock = clock;
    }

    BackfillResponse get(String id) {
        return backfills.find(id).orElseThrow(() -> new NotFound("usage.backfill.unknown", "backfill " + id));
    }

    BackfillResponse takeCommas(InputStream body) {
        var lines = new BackfillLines(body, config.largestBackfill());
        return keep(lines, nextOf(lines));
    }

    BackfillResponse takeJson(InputStream body) {
        return keep(new BackfillLines(body, config.largestBackfill()), null);
    }

    private BackfillResponse keep(BackfillLines lines, @Nullable String header) {
        var id = ids.next("ubf");
        backfills.begin(id, header, clock.instant());
        try {
            backfills.start(id, keepLines(id, lines, header == null ? 1 : 2));
        } catch (RuntimeException e) {
            backfills.fail(id);
            throw e;
        }
        return get(id);
    }

    /// Answers how many lines hold something.
    private long keepLines(String id, BackfillLines lines, int firstLine) {
        var part = new StringBuilder();
        var number = firstLine;
        var partFrom = firstLine;
        var used = 0L;
        var usedBefore = 0L;
        for (var line = nextOf(lines); line != null; line = nextOf(lines)) {
            part.append(line).append('\n');
            number++;
            used += line.isBlank() ? 0 : 1;
            if (number - partFrom >= PART_LINES || part.length() >= PART_CHARACTERS) {
                backfills.keep(id, partFrom, part.toString(), used - usedBefore, clock.instant());
                part.setLength(0);
                partFrom = number;
                usedBefore = used;
            }
        }
        if (!part.isEmpty()) {
            backfills.keep(id, partFrom, part.toString(), used - usedBefore, clock.instant());
        }
        return used;
    }

    private static @Nullable String nextOf(BackfillLines lines) {
        try {
            return lines.next();
        } catch (IOException e) {
            throw new IllegalStateException("The file broke off", e);
        }
    }

    /// Books the next part; false where there is none.
    @Transactional
    boolean book() {
        var part = backfills.next();
        part.ifPresent(this::book);
        return part.isPresent();
    }

    private void book(Part part) {
        var events = new ArrayList<UsageEventRequest>();
        var numbers = new ArrayList<Long>();
        var counts = new EnumMap<UsageResult.Status, Long>(UsageResult.Status.class);
        var number = part.firstLine();
        for (var line : part.content().split("\n", -1)) {
            var event = format.read(line, part.header());
            if (event.isPresent()) {
                events.add(event.get());
                numbers.add(number);
            } else if (!line.isBlank()) {
                counts.merge(UsageResult.Status.REJECTED, 1L, Long::sum);
                backfills.refuse(part.backfill(), number, "usage.line.malformed");
            }
            number++;
        }
        count(part, intake.missed(events), numbers, counts);
        backfills.booked(
                part,
                new Counts(
                        0,
                        counts.getOrDefault(UsageResult.Status.ACCEPTED, 0L),
                        counts.getOrDefault(UsageResult.Status.DUPLICATE, 0L),
                        counts.getOrDefault(UsageResult.Status.CONFLICT, 0L),
                        counts.getOrDefault(UsageResult.Status.REJECTED, 0L)));
    }

    private void count(
            Part part, List<UsageResult> results, List<Long> numbers, EnumMap<UsageResult.Status, Long> counts) {
        for (int i = 0; i < results.size(); i++) {
            var result = results.get(i);
            counts.merge(result.status(), 1L, Long::sum);
            if (result.problem() != null) {
                backfills.refuse(
                        part.backfill(), numbers.get(i), result.problem().code());
            }
        }
    }

    void failAbandoned() {
        backfills.abandoned(clock.instant().minus(PATIENCE)).forEach(backfills::fail);
    }
}
