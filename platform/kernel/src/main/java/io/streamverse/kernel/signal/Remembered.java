package io.streamverse.kernel.signal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// Things in use, kept until any server says on a topic that the one with this id has changed; nothing is kept while
/// that news cannot be heard, nor what was read while some came in.
public final class Remembered<T> {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private final Cache<String, T> known;
    private final Signals signals;

    public Remembered(Signals signals, String topic, int most, Function<T, String> id) {
        this.signals = signals;
        this.known = Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfterWrite(LONGEST)
                .build();
        signals.on(
                topic,
                changed -> known.asMap().values().removeIf(it -> id.apply(it).equals(changed)));
        signals.onLoss(known::invalidateAll);
    }

    public Optional<T> find(String name, Supplier<Optional<T>> load) {
        var remembered = known.getIfPresent(name);
        if (remembered != null) {
            return Optional.of(remembered);
        }
        var heard = signals.heard();
        var found = load.get();
        if (signals.connected()) {
            found.ifPresent(it -> known.put(name, it));
        }
        if (signals.heard() != heard) {
            known.invalidate(name);
        }
        return found;
    }
}
