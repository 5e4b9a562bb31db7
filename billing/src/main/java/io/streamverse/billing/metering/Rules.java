package io.streamverse.billing.metering;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What can be booked at all; answers the code of the first rule that is broken.
final class Rules {
    static final Duration LATEST = Duration.ofDays(35);
    static final Duration AHEAD = Duration.ofHours(1);
    private static final int LONGEST_ID = 200;
    private static final int LONGEST_SOURCE = 60;
    private static final int WHOLE_DIGITS = 18;
    private static final int DECIMALS = 9;
    private final Meters meters;

    Rules(Meters meters) {
        this.meters = meters;
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

    /// The rules that hold for corrections too.
    Optional<String> broken(Usage usage) {
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
    private static boolean fits(BigDecimal written) {
        var quantity = written.stripTrailingZeros();
        return (long) quantity.precision() - quantity.scale() <= WHOLE_DIGITS && quantity.scale() <= DECIMALS;
    }
}
