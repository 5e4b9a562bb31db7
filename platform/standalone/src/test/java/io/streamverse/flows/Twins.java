package io.streamverse.flows;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.testkit.Answer;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/// The same request sent to two servers at the same time.
record Twins(Answer one, Answer other) {
    static Twins of(Function<Program, Answer> request, Program one, Program other) {
        var first = CompletableFuture.supplyAsync(() -> request.apply(one), Thread::startVirtualThread);
        var second = CompletableFuture.supplyAsync(() -> request.apply(other), Thread::startVirtualThread);
        return new Twins(first.join(), second.join());
    }

    /// One had the effect; the other got its answer, or was told to wait for it.
    void assertOneEffect() {
        assertThat(one.status() == 201 || other.status() == 201).isTrue();
        if (one.status() == other.status()) {
            assertThat(one.body()).isEqualTo(other.body());
        } else {
            assertThat(one.status() == 201 ? other.code() : one.code()).isEqualTo("idempotency.in-progress");
        }
    }
}
