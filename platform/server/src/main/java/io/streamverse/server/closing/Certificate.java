package io.streamverse.server.closing;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Introspected;
import io.streamverse.kernel.erasure.Held;
import io.streamverse.kernel.erasure.Remainder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is signed: what was removed, store by store, what stays until when, and what is kept and why.
@Introspected
@JsonInclude(JsonInclude.Include.NON_NULL)
record Certificate(
        String erasure,
        String tenant,
        String slug,
        Erasure.AskedBy askedBy,
        Instant beganAt,
        Instant endedAt,
        List<Removed> removed,
        List<Remainder> expires,
        List<Remainder> kept) {

    /// Nothing was left there at `emptyAt`.
    @Introspected
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Removed(
            String store,
            @Nullable Instant countedAt,
            @Nullable Instant removedAt,
            Instant emptyAt,
            List<Held> found,
            List<Held> foundLate) {

        static Removed of(ErasureStep step, Instant emptyAt) {
            return new Removed(step.store(), step.foundAt(), step.removedAt(), emptyAt, step.found(), step.foundLate());
        }
    }

    static Certificate of(Erasure it, Instant endedAt, List<ErasureStep> steps, List<Remainder> remains) {
        return new Certificate(
                it.id(),
                it.tenant().value(),
                it.slug(),
                it.askedBy(),
                it.beganAt(),
                endedAt,
                steps.stream().map(step -> Removed.of(step, endedAt)).toList(),
                remains.stream().filter(rest -> rest.until() != null).toList(),
                remains.stream().filter(rest -> rest.until() == null).toList());
    }
}
