package io.streamverse.server.jobs;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.FilterPatternStyle;
import io.streamverse.kernel.problem.Unauthenticated;
import io.streamverse.kernel.security.Bearer;
import io.streamverse.kernel.security.Paths;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// In front of everything that workers ask.
@ServerFilter(patterns = "/+internal/+jobs" + Paths.BELOW, patternStyle = FilterPatternStyle.REGEX)
class WorkerGate implements Ordered {
    private final byte[] key;

    WorkerGate(WorkersConfig config) {
        this.key = config.key().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 100;
    }

    @RequestFilter
    void admit(HttpRequest<?> request) {
        var given = Bearer.of(request).orElse("").getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(given, key)) {
            throw new Unauthenticated("jobs.worker-key.refused", "Send the workers' key as Authorization: Bearer");
        }
    }
}
