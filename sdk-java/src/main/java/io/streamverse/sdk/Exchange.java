package io.streamverse.sdk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * One attempt. The deadline is kept here and not by {@link HttpRequest#timeout}, which ends with the headers and would
 * wait for ever for a body that stalls.
 */
final class Exchange {
    private final HttpClient http;

    Exchange(HttpClient http) {
        this.http = http;
    }

    HttpResponse<byte[]> send(HttpRequest request, Call call, Duration timeout) {
        return send(request, call, timeout, BodyHandlers.ofByteArray());
    }

    /** What succeeds is written into the file; the answer then has no body. */
    HttpResponse<byte[]> save(HttpRequest request, Call call, Duration timeout, Path file) {
        return send(
                request,
                call,
                timeout,
                answer -> answer.statusCode() / 100 == 2
                        ? BodySubscribers.mapping(
                                BodySubscribers.ofFile(file, CREATE, WRITE, TRUNCATE_EXISTING), saved -> new byte[0])
                        : BodySubscribers.ofByteArray());
    }

    /** What succeeds is told line by line, by another thread; the answer then has no body. */
    HttpResponse<byte[]> lines(HttpRequest request, Call call, Duration timeout, Consumer<String> line) {
        return send(
                request,
                call,
                timeout,
                answer -> answer.statusCode() / 100 == 2
                        ? BodySubscribers.fromLineSubscriber(new Lines(line), read -> new byte[0], UTF_8, null)
                        : BodySubscribers.ofByteArray());
    }

    private HttpResponse<byte[]> send(HttpRequest request, Call call, Duration timeout, BodyHandler<byte[]> handler) {
        var answer = http.sendAsync(request, handler);
        try {
            return answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw ConnectionException.timedOut(call, timeout, e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw ConnectionException.interrupted(call, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException broken) {
                throw ConnectionException.broken(call, neverSent(broken), broken);
            }
            throw new IllegalStateException(call + " failed inside the HTTP client", e.getCause());
        }
    }

    private static boolean neverSent(IOException broken) {
        return broken instanceof ConnectException || broken instanceof HttpConnectTimeoutException;
    }
}
