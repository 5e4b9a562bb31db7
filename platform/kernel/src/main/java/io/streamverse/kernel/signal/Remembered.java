package io.streamverse.kernel.signal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;

/// Things in use, kept until any server says on a topic that one has changed; nothing is kept while that news cannot be
/// heard, nor what was read while some came in.
public final class Remembered<T> {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private final Cache<String, T> known;
    private final AtomicLong news = new AtomicLong();
    private final Signals signals;
    private final String topic;

    /// News is of a name.
    public Remembered(Signals signals, String topic, int most) {
        this.signals = signals;
        this.topic = topic;
        this.known = Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfterWrite(LONGEST)
                .build();
        signals.on(topic, this::heard);
        signals.onLoss(this::lost);
    }

    /// News is of an id: one thing may have several names.
    public Remembered(Signals signals, String topic, int most, Function<T, String> id) {
        this(signals, topic, most);
        signals.on(
                topic,
                changed -> known.asMap().values().removeIf(it -> id.apply(it).equals(changed)));
    }

    private void heard(String name) {
        news.incrementAndGet();
        known.invalidate(name);
    }

    private void lost() {
        news.incrementAndGet();
        known.invalidateAll();
    }

    public Optional<T> find(String name, Supplier<Optional<T>> load) {
        var remembered = known.getIfPresent(name);
        if (remembered != null) {
            return Optional.of(remembered);
        }
        var before = news.get();
        var found = load.get();
        if (signals.connected()) {
            found.ifPresent(it -> known.put(name, it));
        }
        if (news.get() != before) {
            known.invalidate(name);
        }
        return found;
    }

    /// Here only: it may be old.
    public void forget(String name) {
        heard(name);
    }

    /// After the commit; dropped here at once, and everywhere soon.
    public void changed(String nameOrId) {
        signals.tell(topic, nameOrId);
    }
}
