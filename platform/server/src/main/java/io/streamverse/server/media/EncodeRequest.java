package io.streamverse.server.media;

import io.micronaut.core.annotation.Introspected;
import io.streamverse.media.plan.Accelerator;
import io.streamverse.media.plan.Protection;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@Introspected
@Schema(name = "CreateEncode", description = "What players shall get. What is left out stays as it was.")
record EncodeRequest(
        @Schema(description = "Id or name of a ladder; `h264` unless you say otherwise.", example = "h264")
        @Nullable
        @Size(min = 1, max = 80)
        String ladder,

        @Schema(description = "How segments are encrypted; `none` unless you say otherwise.") @Nullable
        Protection protection,

        @Schema(description = "What encodes, at its price. Where no `gpu` can, `cpu` does, at the price of `gpu`.")
        @Nullable
        Accelerator accelerator,

        @Schema(description = "A quote for this: never is more charged than it says.")
        @Nullable
        @Size(min = 1, max = 80)
        String quoteId) {

    EncodeWish over(EncodeWish before, @Nullable BigDecimal quoted) {
        return new EncodeWish(
                before.assetId(),
                Objects.requireNonNullElse(ladder, before.ladder()),
                Objects.requireNonNullElse(protection, before.protection()),
                Objects.requireNonNullElse(accelerator, before.accelerator()),
                quoteId,
                quoted);
    }
}
