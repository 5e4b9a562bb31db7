package io.streamverse.server.weights;

import static java.util.Comparator.comparing;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.streamverse.events.meters.WeightsSet.Weight;
import io.streamverse.events.usage.EncodedOutput;
import io.streamverse.kernel.schedule.Loop;
import io.streamverse.kernel.signal.Signals;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Held in memory, so that they can be asked in any transaction.
@Singleton
public class Weights implements ApplicationEventListener<StartupEvent> {
    static final String SIGNAL = "weights";
    private static final Duration EVERY = Duration.ofMinutes(1);
    private final WeightRepository weights;
    private final Loop loop = new Loop("weights", EVERY, this::load);
    private volatile List<Weight> known = List.of();

    Weights(WeightRepository weights, Signals signals) {
        this.weights = weights;
        signals.on(SIGNAL, _ -> loop.wake());
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        loop.start();
    }

    @PreDestroy
    void stop() {
        loop.stop();
    }

    /// What these outputs are charged for if planned at that moment, in milliseconds.
    public BigDecimal billableMs(List<EncodedOutput> outputs, Instant plannedAt) {
        return outputs.stream()
                .map(it -> BigDecimal.valueOf(it.outputMs()).multiply(weight(it.properties(), plannedAt)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void load() {
        known = weights.all();
    }

    boolean areKnown() {
        return !known.isEmpty();
    }

    private BigDecimal weight(Map<String, String> properties, Instant at) {
        return properties.entrySet().stream()
                .map(it -> weight(it.getKey(), it.getValue(), at))
                .reduce(BigDecimal.ONE, BigDecimal::multiply);
    }

    private BigDecimal weight(String dimension, String value, Instant at) {
        return known.stream()
                .filter(it -> it.dimension().equals(dimension) && it.value().equals(value))
                .filter(it -> !it.from().isAfter(at))
                .max(comparing(Weight::from))
                .map(Weight::weight)
                .orElseThrow(() -> new IllegalStateException(
                        "Billing has not said what %s %s weighs at %s".formatted(dimension, value, at)));
    }
}
