package io.streamverse.server.rates;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.http.HttpResponse;
import io.micronaut.json.JsonMapper;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.streamverse.kernel.http.Shortcut;
import io.streamverse.kernel.problem.Problem;
import io.streamverse.kernel.problem.RequestId;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Who was refused, and asks for the same again before there is a token, is told so where the request came in: a flood
/// of what may not be asked costs next to nothing. Whose bucket more than a key and the host decides goes the usual
/// way.
@Singleton
class Refusals implements Shortcut {
    private static final int MOST = 2_000;
    private static final Duration UNUSED = Duration.ofMinutes(1);
    private static final List<String> DECIDING = List.of("X-StreamVerse-Tenant", "Origin", "Cookie");
    private final Cache<Asked, Refusal> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(UNUSED).build();
    private final Map<String, Counter> counters = new ConcurrentHashMap<>();
    private final JsonMapper json;
    private final MeterRegistry metrics;

    Refusals(JsonMapper json, MeterRegistry metrics) {
        this.json = json;
        this.metrics = metrics;
    }

    private record Asked(
            String path, String authorization, @Nullable String host) {}

    void count(Rate rate) {
        counters.computeIfAbsent(rate.name(), name -> metrics.counter("streamverse.rates.refused", "rate", name))
                .increment();
    }

    void remember(
            io.micronaut.http.HttpRequest<?> request,
            Verdicts verdicts,
            Verdict verdict,
            HttpResponse<Problem> response) {
        var headers = request.getHeaders();
        var authorization = headers.get("Authorization");
        if (authorization == null) {
            return;
        }
        try {
            var body = json.writeValueAsString(response.getBody().orElseThrow());
            known.put(
                    new Asked(request.getPath(), authorization, headers.get("Host")),
                    Refusal.of(
                            verdicts,
                            verdict,
                            Objects.requireNonNull(response.header("Retry-After")),
                            body,
                            RequestId.of(request)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public @Nullable FullHttpResponse answer(HttpRequest request, String requestId) {
        var headers = request.headers();
        var authorization = headers.get(HttpHeaderNames.AUTHORIZATION);
        if (authorization == null || DECIDING.stream().anyMatch(headers::contains)) {
            return null;
        }
        var refusal = known.getIfPresent(new Asked(path(request), authorization, headers.get(HttpHeaderNames.HOST)));
        if (refusal == null || refusal.isOver()) {
            return null;
        }
        count(refusal.rate());
        return refusal.answer(requestId);
    }

    private static String path(HttpRequest request) {
        var end = request.uri().indexOf('?');
        return end < 0 ? request.uri() : request.uri().substring(0, end);
    }

    @Override
    public String room() {
        return "rates";
    }
}
