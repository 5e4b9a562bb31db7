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
        brands.begin(Brand.ONLY, name, Brand.FIRST_PRIMARY, Brand.FIRST_BACKGROUND);
    }

    @Transactional
    public Brand change(@Nullable String ifMatch, UnaryOperator<BrandPatch> edit) {
        var current = brands.get();
        ETag.demand(ifMatch, current.version());
        return save(current.with(edit.apply(BrandPatch.of(current))));
    }

    @Transactional
    Brand show(PictureKind kind, @Nullable BrandPicture picture) {
        return save(brands.get().with(kind, picture));
    }

    private Brand save(Brand wanted) {
        var changed = brands.update(wanted);
        outbox.add(new BrandingChanged(
                changed.name(), changed.primaryColor(), changed.backgroundColor(), changed.version()));
        return changed;
    }
}
