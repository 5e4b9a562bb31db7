package io.streamverse.billing.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.billing.BillingStage;
import io.streamverse.billing.metering.Booked.Status;
import io.streamverse.kernel.tenancy.TenantSpace;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Random histories against a naive model, to the last digit. A failure names the seed: put it into `SEED`.
abstract class HistoriesContract {
    private static final long SEED = ThreadLocalRandom.current().nextLong();
    private static final int BATCHES = 40;
    private final BillingStage stage;
    private final Metering metering;
    private final Model model = new Model();
    private final Instant now;
    private final Duration depth;

    /// Told is usage of `depth` before `now`, and up to an hour behind.
    HistoriesContract(BillingStage stage, Instant now, Duration depth) {
        this.stage = stage;
        this.metering = stage.bean(Metering.class);
        this.now = now;
        this.depth = depth;
    }

    abstract void betweenBatches(long number);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTC",
                "Europe/Berlin",
                "America/New_York",
                "Asia/Kolkata",
                "Asia/Kathmandu",
                "Australia/Lord_Howe",
                "Pacific/Auckland"
            })
    void theLedgerSaysWhatTheModelSays(String zone) {
        var space = stage.customer(zone);
        var history = new History(SEED ^ zone.hashCode(), space, now, depth);
        for (int i = 0; i < BATCHES; i++) {
            betweenBatches(history.number());
            book(history);
            correct(history, space);
        }

        for (int i = 0; i < 25; i++) {
            var one = history.moment();
            var other = history.moment();
            compare(space, one.isBefore(other) ? one : other, one.isBefore(other) ? other : one);
        }
        var month = now.atZone(ZoneId.of(zone)).truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
        compare(space, month.minusMonths(1).toInstant(), month.toInstant());
        assertThat(days(space, zone)).as("seed %d", SEED).isEqualTo(model.days("delivery.bytes", ZoneId.of(zone)));
        var before = rows(space);
        assertThat(rederived(space)).as("seed %d", SEED).isEqualTo(before);
        assertThat(intact(space)).as("seed %d", SEED).isTrue();
    }

    private void book(History history) {
        var batch = history.batch();

        var booked = metering.book(batch);

        assertThat(booked)
                .as("seed %d", SEED)
                .extracting(Booked::status)
                .containsExactlyElementsOf(batch.stream().map(model::book).toList());
    }

    private void correct(History history, TenantSpace space) {
        var wrong = history.any();
        var right = history.quantity();
        if (booked(wrong) && model.book(counter(wrong, "", wrong.quantity().negate())) == Status.ACCEPTED) {
            model.book(counter(wrong, "/right", right));
            metering.correct(new Correction(space, wrong.source(), wrong.id(), "wrong", right));
        }
    }

    /// What was told otherwise later is not what stands in the ledger.
    private boolean booked(Usage usage) {
        return model.book(usage) == Status.DUPLICATE;
    }

    private static Usage counter(Usage wrong, String part, BigDecimal quantity) {
        var id = wrong.source() + "/" + wrong.id() + part;
        return new Usage(wrong.space(), "correction", id, wrong.meter(), quantity, wrong.at(), wrong.dimensions());
    }

    private void compare(TenantSpace space, Instant from, Instant to) {
        var totals = metering.totals(space, from, to);
        for (var meter : new String[] {"delivery.bytes", "support.hours", "live.ingest"}) {
            assertThat(totals.get(meter))
                    .as("seed %d: %s from %s to %s", SEED, meter, from, to)
                    .isEqualByComparingTo(model.sum(meter, from, to));
        }
        assertThat(totals.get("storage"))
                .as("seed %d: storage from %s to %s", SEED, from, to)
                .isEqualByComparingTo(model.held("storage", from, to));
    }

    private Map<LocalDate, BigDecimal> days(TenantSpace space, String zone) {
        var days = new TreeMap<LocalDate, BigDecimal>();
        var asked = new Asked(now.minus(Duration.ofDays(60)), now.plus(Duration.ofDays(2)), "delivery.bytes");
        for (var used : stage.bean(OwnUsage.class).find(space, asked, "day")) {
            var day = LocalDate.ofInstant(Objects.requireNonNull(used.at()), ZoneId.of(zone));
            days.put(day, used.quantity().stripTrailingZeros());
        }
        return days;
    }

    private String rederived(TenantSpace space) {
        metering.rederive(space, now.minus(Duration.ofDays(40)), now.plus(Duration.ofDays(2)));
        return rows(space);
    }

    private String rows(TenantSpace space) {
        var rows = new ArrayList<String>();
        rows.add(stage.ask("""
                SELECT string_agg(concat_ws(' ', hour, meter, dimensions, trim_scale(quantity), trim_scale(moment), entries), '\n'
                                  ORDER BY hour, meter, dimensions)
                FROM billing.usage_hour JOIN billing.ledger_space s ON s.id = space WHERE tenant = '%s'
                """.formatted(space.tenant())));
        rows.add(stage.ask("""
                SELECT string_agg(concat_ws(' ', meter, dimensions, trim_scale(quantity)), '\n' ORDER BY meter, dimensions)
                FROM billing.usage_level JOIN billing.ledger_space s ON s.id = space WHERE tenant = '%s'
                """.formatted(space.tenant())));
        return String.join("\n", rows);
    }

    private boolean intact(TenantSpace space) {
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var days = stage.bean(Verification.class).verify(space.tenant(), today.minusDays(1), today.plusDays(6));
        return !days.isEmpty() && days.stream().allMatch(VerifiedDay::intact);
    }
}
