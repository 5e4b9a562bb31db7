package io.streamverse.server.rates;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What the buckets of one request said, the caller's own first.
record Verdicts(List<Verdict> all) {
    Optional<Verdict> refusal() {
        return all.stream().filter(it -> !it.isPassed()).findFirst();
    }

    String policies() {
        return joined(Verdict::policy);
    }

    String states() {
        return joined(Verdict::state);
    }

    private String joined(Function<Verdict, String> word) {
        return all.stream().map(word).collect(Collectors.joining(", "));
    }
}
