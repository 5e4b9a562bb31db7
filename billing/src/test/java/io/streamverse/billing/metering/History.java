package io.streamverse.billing.metering;

import io.streamverse.kernel.tenancy.TenantSpace;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Random usage of one tenant: late, ahead, told twice, told otherwise, out of order.
final class History {
    private static final List<String> METERS = List.of("delivery.bytes", "storage", "support.hours", "live.ingest");
    private static final List<String> CLASSES = List.of("original", "rendition", "recording");
    private final Random random;
    private final TenantSpace space;
    private final Instant now;
    private final Duration depth;
    private final List<Usage> told = new ArrayList<>();

    History(long seed, TenantSpace space, Instant now, Duration depth) {
        this.random = new Random(seed);
        this.space = space;
        this.now = now.truncatedTo(ChronoUnit.MICROS);
        this.depth = depth;
    }

    List<Usage> batch() {
        var batch = new ArrayList<Usage>();
        for (int i = random.nextInt(1, 60); i > 0; i--) {
            var usage = told.isEmpty() || random.nextInt(4) > 0 ? fresh() : again();
            told.add(usage);
            batch.add(usage);
        }
        return batch;
    }

    /// Anything that was told before.
    Usage any() {
        return told.get(random.nextInt(told.size()));
    }

    /// Some on the hour, some on the day, most anywhere.
    Instant moment() {
        var at = now.minus(Duration.ofMillis(random.nextLong(depth.toMillis())));
        return switch (random.nextInt(5)) {
            case 0 -> at.truncatedTo(ChronoUnit.HOURS);
            case 1 -> at.truncatedTo(ChronoUnit.DAYS);
            default -> at.plusNanos(random.nextInt(1_000_000) * 1_000L);
        };
    }

    int number() {
        return random.nextInt(1_000);
    }

    BigDecimal quantity() {
        return BigDecimal.valueOf(random.nextLong(1_000_000_000_000L), random.nextInt(10));
    }

    private Usage fresh() {
        var meter = METERS.get(random.nextInt(METERS.size()));
        var at = random.nextInt(20) == 0 ? now.plus(Duration.ofMinutes(random.nextInt(1, 50))) : moment();
        return new Usage(
                space,
                "source" + random.nextInt(3),
                "id" + random.nextInt(100_000),
                meter,
                change(meter),
                at,
                dimensions(meter));
    }

    private BigDecimal change(String meter) {
        return meter.equals("storage") && random.nextBoolean() ? quantity().negate() : quantity();
    }

    private Usage again() {
        var earlier = any();
        if (random.nextInt(4) > 0) {
            return earlier;
        }
        return new Usage(
                space,
                earlier.source(),
                earlier.id(),
                earlier.meter(),
                earlier.quantity().add(BigDecimal.ONE),
                earlier.at(),
                earlier.dimensions());
    }

    private Map<String, String> dimensions(String meter) {
        return switch (meter) {
            case "storage" -> Map.of("class", CLASSES.get(random.nextInt(CLASSES.size())));
            case "delivery.bytes" -> random.nextBoolean() ? Map.of("via", "edge") : Map.of();
            default -> Map.of();
        };
    }
}
