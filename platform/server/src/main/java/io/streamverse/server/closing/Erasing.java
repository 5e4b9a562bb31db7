package io.streamverse.server.closing;

import io.micronaut.core.order.OrderUtil;
import io.streamverse.kernel.erasure.Held;
import io.streamverse.kernel.erasure.Remainder;
import io.streamverse.kernel.erasure.Store;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Goes on with an erasure from wherever it stands. Each store is counted, then emptied; when all are, and what was on
/// its way has had time to arrive, all are looked at once more, and only then is there a certificate. One that fails
/// keeps none of the others waiting, and is tried again.
@Singleton
class Erasing {
    private static final Logger LOG = LoggerFactory.getLogger(Erasing.class);
    private final ErasureRepository erasures;
    private final List<Store> stores;
    private final Certificates certificates;
    private final ClosingConfig config;
    private final InstantSource clock;

    Erasing(
            ErasureRepository erasures,
            List<Store> stores,
            Certificates certificates,
            ClosingConfig config,
            InstantSource clock) {
        this.erasures = erasures;
        this.stores = new ArrayList<>(stores);
        OrderUtil.sort(this.stores);
        this.certificates = certificates;
        this.config = config;
        this.clock = clock;
    }

    /// May run twice at once: whatever is done again does nothing.
    void goOn(Erasure erasure) {
        if (erasure.settledAt() != null) {
            if (!clock.instant().isBefore(erasure.settledAt().plus(config.settle())) && all(erasure, this::lookAgain)) {
                certificates.certify(erasure, remains(erasure));
            }
        } else if (all(erasure, this::empty)) {
            erasures.settle(erasure.id(), clock.instant());
        }
    }

    /// Some things two programs have in common, topics among them: they are named once.
    private List<Remainder> remains(Erasure erasure) {
        var now = clock.instant();
        var remains = new LinkedHashMap<String, Remainder>();
        stores.stream()
                .flatMap(it -> it.remains(erasure.tenant(), now).stream())
                .forEach(it -> remains.putIfAbsent(it.what(), it));
        return List.copyOf(remains.values());
    }

    private interface Step {
        void of(Erasure erasure, Store store);
    }

    private boolean all(Erasure erasure, Step step) {
        var failed = stores.stream().filter(it -> !attempt(erasure, it, step)).count();
        return failed == 0;
    }

    private boolean attempt(Erasure erasure, Store store, Step step) {
        try {
            step.of(erasure, store);
            return true;
        } catch (RuntimeException e) {
            LOG.warn("{} of {} is not erased yet and will be tried again", store.name(), erasure.tenant(), e);
            erasures.failed(erasure.id(), store.name(), String.valueOf(e.getMessage()));
            return false;
        }
    }

    private void empty(Erasure erasure, Store store) {
        var step = erasures.step(erasure.id(), store.name());
        if (step.filter(ErasureStep::isRemoved).isPresent()) {
            return;
        }
        if (step.filter(it -> it.foundAt() != null).isEmpty()) {
            erasures.found(erasure.id(), store.name(), store.held(erasure.tenant()), clock.instant());
        }
        store.erase(erasure.tenant());
        erasures.removed(erasure.id(), store.name(), clock.instant());
    }

    private void lookAgain(Erasure erasure, Store store) {
        var late = store.held(erasure.tenant());
        store.erase(erasure.tenant());
        var left = store.held(erasure.tenant());
        if (!left.isEmpty()) {
            throw new IllegalStateException("Still there: " + words(left));
        }
        if (!late.isEmpty()) {
            erasures.foundLate(erasure.id(), store.name(), late);
        }
        erasures.removed(erasure.id(), store.name(), clock.instant());
    }

    private static String words(List<Held> left) {
        return left.stream().map(it -> it.count() + " of " + it.what()).collect(Collectors.joining(", "));
    }
}
