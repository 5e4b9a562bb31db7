package io.streamverse.server.rates;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.json.JsonMapper;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.streamverse.kernel.http.Shortcut;
import io.streamverse.kernel.problem.Problem;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Who was refused, and asks for the same again before there is a token, is told so where the request came in: a flood
/// of what may not be asked costs next to nothing. Where more than key and host decide on a bucket, nothing changes.
@Singleton
@Requires(property = "rate-limits.mode", notEquals = "off")
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

    /// And counted.
    void remember(io.micronaut.http.HttpRequest<?> request, Verdict verdict, HttpResponse<Problem> response) {
        count(verdict.rate());
        var headers = request.getHeaders();
        var authorization = headers.get("Authorization");
        if (authorization == null) {
            return;
        }
        try {
            var body = json.writeValueAsString(response.getBody().orElseThrow());
            known.put(
                    new Asked(request.getPath(), authorization, headers.get("Host")),
                    Refusal.of(request, verdict, response, body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void count(Rate rate) {
        counters.computeIfAbsent(rate.name(), name -> metrics.counter("streamverse.rates.refused", "rate", name))
                .increment();
    }

    @Override
    public @Nullable Function<String, FullHttpResponse> find(HttpRequest request) {
        var headers = request.headers();
        var authorization = headers.get(HttpHeaderNames.AUTHORIZATION);
        if (authorization == null || DECIDING.stream().anyMatch(headers::contains)) {
            return null;
        }
        var path = new QueryStringDecoder(request.uri()).rawPath();
        var refusal = known.getIfPresent(new Asked(path, authorization, headers.get(HttpHeaderNames.HOST)));
        return refusal == null || refusal.isOver()
                ? null
                : id -> {
                    count(refusal.rate());
                    return refusal.answer(id);
                };
    }

    @Override
    public String room() {
        return "rates";
    }
}
