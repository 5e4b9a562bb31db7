package io.streamverse.sdk;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

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
        var answer = http.sendAsync(request, BodyHandlers.ofByteArray());
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
