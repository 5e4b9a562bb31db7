package io.streamverse.kernel.erasure;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// So many rows, keys or objects of one kind.
@Introspected
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What a store holds of a tenant: how many of which kind.")
public record Held(
        @Schema(description = "A table, or the first part of keys.")
        String what,

        long count,

        @Schema(description = "How large they are together; only of objects.") @Nullable
        Long bytes) {

    public static Held rows(String what, long count) {
        return new Held(what, count, null);
    }
}
