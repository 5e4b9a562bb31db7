package io.streamverse.kernel.erasure;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What stays until an instant, or for good, and why.
@Introspected
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Remainder(String what, @Nullable Instant until, String why) {
    public static Remainder kept(String what, String why) {
        return new Remainder(what, null, why);
    }
}
