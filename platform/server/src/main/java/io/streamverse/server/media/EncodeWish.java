package io.streamverse.server.media;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.streamverse.media.plan.Accelerator;
import io.streamverse.media.plan.Protection;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What shall be made of an asset: the last that was wished counts. With a quote, never more than it says is charged.
@MappedEntity("encode_wish")
record EncodeWish(
        @Id String assetId,
        String ladder,
        Protection protection,
        Accelerator accelerator,
        @Nullable String quote,
        @Nullable BigDecimal quoted) {}
