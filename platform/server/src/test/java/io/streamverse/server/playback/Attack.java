package io.streamverse.server.playback;

import io.streamverse.testkit.Answer;
import java.util.function.Supplier;

/// A call that must be refused, and how; any `code` will do where it is empty.
record Attack(String name, Supplier<Answer> call, int status, String code) {
    Attack(String name, Supplier<Answer> call, int status) {
        this(name, call, status, "");
    }

    boolean isRefused() {
        return refuses(call.get());
    }

    void demandRefused() {
        var answer = call.get();
        if (!refuses(answer)) {
            throw new AssertionError("%s: not %d %s but %s".formatted(name, status, code, answer));
        }
    }

    private boolean refuses(Answer answer) {
        return answer.status() == status
                && (code.isEmpty() || code.equals(answer.code()))
                && answer.header("Content-Type").startsWith("application/problem+json");
    }

    @Override
    public String toString() {
        return name;
    }
}
