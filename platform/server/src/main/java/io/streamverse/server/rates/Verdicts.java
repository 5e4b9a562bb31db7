package io.streamverse.server.rates;

import io.micronaut.http.HttpRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What the buckets of one request said, the caller's own first.
record Verdicts(List<Verdict> all) {
    private static final String ATTRIBUTE = "streamverse.rates";

    static Optional<Verdicts> of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, Verdicts.class);
    }

    void enter(HttpRequest<?> request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    Optional<Verdict> refusal() {
        return all.stream().filter(it -> !it.isPassed()).findFirst();
    }

    void describe(BiConsumer<String, String> header) {
        header.accept("RateLimit-Policy", joined(Verdict::policy));
        header.accept("RateLimit", joined(Verdict::state));
    }

    private String joined(Function<Verdict, String> word) {
        return all.stream().map(word).collect(Collectors.joining(", "));
    }
}
