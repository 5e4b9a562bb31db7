package io.streamverse.server.gateway;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.streamverse.kernel.http.Idempotency;
import io.streamverse.kernel.ids.Ids;
import io.streamverse.kernel.metrics.Trace;
import io.streamverse.kernel.problem.RequestId;
import io.streamverse.kernel.problem.Unavailable;
import io.streamverse.kernel.security.Caller;
import io.streamverse.kernel.security.InternalTokens;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Hands a request on to billing as it came, for the caller it came from, and its answer back.
@Singleton
public class Billing {
    private static final List<String> ON = List.of(
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.ACCEPT,
            HttpHeaders.IF_MATCH,
            Idempotency.HEADER,
            "StreamVerse-Version");
    private static final List<String> BACK = List.of(
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.ETAG,
            HttpHeaders.RETRY_AFTER,
            "Deprecation",
            "Sunset",
            "RateLimit",
            HttpHeaders.CONTENT_DISPOSITION);
    private final BillingConfig config;
    private final InternalTokens tokens;
    private final Ids ids;
    private final HttpClient http;

    Billing(BillingConfig config, InternalTokens tokens, Ids ids) {
        this.config = config;
        this.tokens = tokens;
        this.ids = ids;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.connectTimeout())
                .build();
    }

    /// Asks for something else than the caller, on their behalf and under their idempotency key.
    public MutableHttpResponse<byte[]> post(HttpRequest<?> onBehalf, String path, byte[] body) {
        return send(forwarded(onBehalf, path).POST(BodyPublishers.ofByteArray(body)));
    }

    public MutableHttpResponse<byte[]> get(HttpRequest<?> onBehalf, String path) {
        return send(forwarded(onBehalf, path).GET());
    }

    /// Where nobody calls: a job asks in the operator's name. The answer's body; anything but success is an exception.
    public byte[] asOperator(HttpMethod method, String path) {
        var requestId = ids.next("req");
        var token = tokens.sign("billing", Caller.operator(requestId), requestId);
        var answer = send(java.net.http.HttpRequest.newBuilder(config.url().resolve(path))
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .header(RequestId.HEADER, requestId)
                .method(method.name(), BodyPublishers.noBody()));
        if (answer.code() >= 300) {
            throw new IllegalStateException("Billing answers %d to %s %s".formatted(answer.code(), method, path));
        }
        return answer.body() == null ? new byte[0] : answer.body();
    }

    MutableHttpResponse<byte[]> forward(HttpRequest<?> request, byte @Nullable [] body) {
        var publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
        return send(forwarded(request).method(request.getMethodName(), publisher));
    }

    private MutableHttpResponse<byte[]> send(java.net.http.HttpRequest.Builder request) {
        try {
            return answer(http.send(request.timeout(config.timeout()).build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw away();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away();
        }
    }

    /// Body and answer as streams, however long they are and take: neither is kept in memory.
    MutableHttpResponse<InputStream> stream(HttpRequest<?> request, @Nullable InputStream body) {
        var publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofInputStream(() -> body);
        try {
            var from = http.send(
                    forwarded(request)
                            .method(request.getMethodName(), publisher)
                            .build(),
                    BodyHandlers.ofInputStream());
            return back(
                    from,
                    HttpResponse.<InputStream>status(HttpStatus.valueOf(from.statusCode()))
                            .body(from.body()));
        } catch (IOException e) {
            throw away();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away();
        }
    }

    private java.net.http.HttpRequest.Builder forwarded(HttpRequest<?> request) {
        return forwarded(request, request.getUri().toString());
    }

    private java.net.http.HttpRequest.Builder forwarded(HttpRequest<?> request, String address) {
        var token = tokens.sign("billing", Caller.of(request), RequestId.of(request));
        var forwarded = java.net.http.HttpRequest.newBuilder(config.url().resolve(address))
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .header(RequestId.HEADER, RequestId.of(request));
        ON.forEach(name -> request.getHeaders().getFirst(name).ifPresent(value -> forwarded.header(name, value)));
        var trace = Trace.parent();
        if (trace != null) {
            forwarded.header(Trace.PARENT, trace);
        }
        return forwarded;
    }

    private static <T> MutableHttpResponse<T> back(java.net.http.HttpResponse<?> from, MutableHttpResponse<T> answer) {
        BACK.forEach(name -> from.headers().firstValue(name).ifPresent(value -> answer.header(name, value)));
        return answer;
    }

    private static MutableHttpResponse<byte[]> answer(java.net.http.HttpResponse<byte[]> from) {
        return back(
                from,
                HttpResponse.<byte[]>status(HttpStatus.valueOf(from.statusCode()))
                        .body(from.body()));
    }

    private static Unavailable away() {
        return new Unavailable("billing.unavailable", "Billing does not answer right now", Duration.ofSeconds(5));
    }

    @PreDestroy
    void close() {
        http.close();
    }
}
