package io.streamverse.server.gateway;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.streamverse.kernel.http.Idempotency;
import io.streamverse.kernel.problem.RequestId;
import io.streamverse.kernel.problem.Unavailable;
import io.streamverse.kernel.security.Caller;
import io.streamverse.kernel.security.InternalTokens;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Hands a request on to billing as it came, for the caller it came from, and its answer back.
@Singleton
class Billing {
    private static final List<String> ON = List.of(
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.ACCEPT,
            HttpHeaders.IF_MATCH,
            Idempotency.HEADER,
            "StreamVerse-Version",
            "traceparent");
    private static final List<String> BACK = List.of(
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.CONTENT_DISPOSITION,
            HttpHeaders.ETAG,
            HttpHeaders.RETRY_AFTER,
            "Deprecation",
            "Sunset",
            "RateLimit");
    private final BillingConfig config;
    private final InternalTokens tokens;
    private final HttpClient http;

    Billing(BillingConfig config, InternalTokens tokens) {
        this.config = config;
        this.tokens = tokens;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.connectTimeout())
                .build();
    }

    HttpResponse<byte[]> forward(HttpRequest<?> request, byte @Nullable [] body) {
        var content = body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
        return exchange(request, content, config.timeout(), BodyHandlers.ofByteArray());
    }

    /// A body of any length, passed on as it comes.
    HttpResponse<byte[]> upload(HttpRequest<?> request, InputStream content) {
        return exchange(
                request, BodyPublishers.ofInputStream(() -> content), config.fileTimeout(), BodyHandlers.ofByteArray());
    }

    /// An answer of any length, passed back as it comes.
    HttpResponse<InputStream> download(HttpRequest<?> request) {
        return exchange(request, BodyPublishers.noBody(), config.timeout(), BodyHandlers.ofInputStream());
    }

    private <T> HttpResponse<T> exchange(
            HttpRequest<?> request, BodyPublisher content, Duration timeout, BodyHandler<T> handler) {
        var token = tokens.sign("billing", Caller.of(request), RequestId.of(request));
        var forwarded = java.net.http.HttpRequest.newBuilder(
                        config.url().resolve(request.getUri().toString()))
                .timeout(timeout)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .header(RequestId.HEADER, RequestId.of(request))
                .method(request.getMethodName(), content);
        ON.forEach(name -> request.getHeaders().getFirst(name).ifPresent(value -> forwarded.header(name, value)));
        try {
            return answer(http.send(forwarded.build(), handler));
        } catch (IOException e) {
            throw away();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away();
        }
    }

    private static <T> HttpResponse<T> answer(java.net.http.HttpResponse<T> from) {
        var answer =
                HttpResponse.<T>status(HttpStatus.valueOf(from.statusCode())).body(from.body());
        BACK.forEach(name -> from.headers().firstValue(name).ifPresent(value -> answer.header(name, value)));
        return answer;
    }

    private static Unavailable away() {
        return new Unavailable("billing.unavailable", "Billing does not answer right now", Duration.ofSeconds(5));
    }

    @PreDestroy
    void close() {
        http.close();
    }
}
