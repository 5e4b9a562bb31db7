package io.streamverse.server.branding;

import io.micronaut.transaction.annotation.Transactional;
import io.streamverse.events.branding.BrandingChanged;
import io.streamverse.kernel.http.ETag;
import io.streamverse.kernel.messaging.Outbox;
import jakarta.inject.Singleton;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

@Singleton
public class Branding {
    private final BrandRepository brands;
    private final Outbox outbox;

    Branding(BrandRepository brands, Outbox outbox) {
        this.brands = brands;
        this.outbox = outbox;
    }

    public Brand get() {
        return brands.get();
    }

    /// The theme a new environment starts with; one that has its theme keeps it.
    @Transactional
    public void begin(String name) {
        var first = Brand.first(name);
        brands.begin(first.id(), first.name(), first.primaryColor(), first.backgroundColor());
    }

    @Transactional
    public Brand change(@Nullable String ifMatch, UnaryOperator<BrandPatch> edit) {
        var current = brands.get();
        ETag.demand(ifMatch, current.version());
        var changed = brands.update(current.with(edit.apply(BrandPatch.of(current))));
        outbox.add(new BrandingChanged(
                changed.name(), changed.primaryColor(), changed.backgroundColor(), changed.version()));
        return changed;
    }
}
