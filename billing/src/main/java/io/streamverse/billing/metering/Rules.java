package io.streamverse.billing.metering;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What can be booked at all; answers the code of the first rule that is broken.
@Singleton
class Rules {
    static final Duration LATEST = Duration.ofDays(35);
    static final Duration AHEAD = Duration.ofHours(1);
    static final String CORRECTION = "correction";
    private static final int LONGEST_ID = 200;
    private static final int LONGEST_SOURCE = 60;
    private static final int LONGEST_REASON = 500;
    private static final int WHOLE_DIGITS = 18;
    private static final int DECIMALS = 9;
    private final Meters meters;

    Rules(Meters meters) {
        this.meters = meters;
    }

    /// What the operator may report: meters of the outside world, under names that no part of ours uses.
    Optional<String> brokenFromOutside(Usage usage) {
        var meter = meters.find(usage.meter());
        if (meter.isPresent() && !meter.get().external()) {
            return Optional.of("usage.meter.not-external");
        }
        var taken = usage.source().equals(CORRECTION)
                || meters.all().stream()
                        .filter(it -> !it.external())
                        .anyMatch(it -> it.source().equals(usage.source()));
        return taken ? Optional.of("usage.source.reserved") : Optional.empty();
    }

    Optional<String> brokenCorrection(Usage right, String reason) {
        if (!Texts.sound(reason, LONGEST_REASON)) {
            return Optional.of("usage.reason.invalid");
        }
        return fits(right.quantity()) ? Optional.empty() : Optional.of("usage.quantity.invalid");
    }

    /// `now` is the business time of the usage's environment.
    Optional<String> broken(Usage usage, Instant now) {
        return broken(usage)
                .or(() -> usage.quantity().signum() < 0 && !isLevel(usage)
                        ? Optional.of("usage.quantity.negative")
                        : Optional.empty())
                .or(() -> usage.at().isBefore(now.minus(LATEST)) ? Optional.of("usage.too-late") : Optional.empty())
                .or(() -> usage.at().isAfter(now.plus(AHEAD)) ? Optional.of("usage.too-far-ahead") : Optional.empty());
    }

    private Optional<String> broken(Usage usage) {
        var meter = meters.find(usage.meter());
        if (!Texts.sound(usage.id(), LONGEST_ID) || !Texts.sound(usage.source(), LONGEST_SOURCE)) {
            return Optional.of("usage.id.invalid");
        }
        if (meter.isEmpty()) {
            return Optional.of("usage.meter.unknown");
        }
        if (!fits(usage.quantity())) {
            return Optional.of("usage.quantity.invalid");
        }
        return Dimensions.sound(usage.dimensions())
                        && usage.dimensions().keySet().stream().allMatch(meter.get()::allows)
                ? Optional.empty()
                : Optional.of("usage.dimensions.invalid");
    }

    private boolean isLevel(Usage usage) {
        return meters.find(usage.meter())
                .filter(it -> it.kind() == Meter.Kind.LEVEL)
                .isPresent();
    }

    /// Also keeps `1e999999999` from being written out.
    static boolean fits(BigDecimal written) {
        var quantity = written.stripTrailingZeros();
        return (long) quantity.precision() - quantity.scale() <= WHOLE_DIGITS && quantity.scale() <= DECIMALS;
    }
}
