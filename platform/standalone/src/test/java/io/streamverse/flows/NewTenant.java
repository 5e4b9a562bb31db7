package io.streamverse.flows;

import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Api;
import io.streamverse.testkit.Eventually;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/// A tenant that somebody wants, and asks for under the same key until it is there.
record NewTenant(String slug) {
    /// How long a creation that died keeps its slug, on the servers of these tests.
    static final Duration LEASE = Duration.ofSeconds(3);

    private static final AtomicInteger COUNT = new AtomicInteger();

    static NewTenant next() {
        return new NewTenant("flow-" + COUNT.incrementAndGet());
    }

    Answer ask(Api operator) {
        return operator.with("Idempotency-Key", "key-of-" + slug).post("/operator/v1/tenants", body());
    }

    /// In the background; null where the server died over it.
    CompletableFuture<Answer> begin(Api operator) {
        return CompletableFuture.supplyAsync(() -> ask(operator), Thread::startVirtualThread);
    }

    /// Asks until it is there, and answers what the 201 said.
    Answer askUntilMade(Api operator) {
        return askUntilMade(operator, Duration.ofSeconds(60));
    }

    Answer askUntilMade(Api operator, Duration patience) {
        var last = new Answer[1];
        Eventually.within(patience, slug + " is made", () -> {
            last[0] = ask(operator);
            return last[0].status() == 201;
        });
        return last[0];
    }

    static boolean unanswered(CompletableFuture<Answer> asked) {
        return asked.handle((_, failure) -> failure != null && failure.getCause() instanceof UncheckedIOException)
                .join();
    }

    private String body() {
        return """
                {"slug":"%1$s","name":"%1$s","plan":"starter","country":"FR","currency":"EUR","externalId":"%1$s",
                 "owner":{"email":"owner@example.com","name":"Ada"}}""".formatted(slug);
    }
}
