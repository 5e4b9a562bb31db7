package io.streamverse.server.custody;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamverse.kernel.problem.Unavailable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// JSON to and from a key management service. What is sent and answered holds keys: neither is ever logged.
@Singleton
final class KmsCalls {
    private static final Logger LOG = LoggerFactory.getLogger(KmsCalls.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient http;
    private final Duration timeout;

    KmsCalls(CustodyConfig config) {
        this.timeout = config.timeout();
        this.http = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    static byte[] bytes(Map<String, ?> body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("It cannot be written", e);
        }
    }

    HttpRequest.Builder to(URI address) {
        return HttpRequest.newBuilder(address).timeout(timeout);
    }

    /// The text at a JSON pointer of the answer.
    String ask(HttpRequest request, String pointer) {
        var text = node(request).at(pointer).textValue();
        if (text == null) {
            LOG.error("The key management service answered something else than was asked for");
            throw away();
        }
        return text;
    }

    JsonNode node(HttpRequest request) {
        try {
            var answer = http.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                LOG.error("The key management service answered {}", answer.statusCode());
                throw away();
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            LOG.error(
                    "The key management service cannot be asked: {}",
                    e.getClass().getSimpleName());
            throw away();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw away();
        }
    }

    private static Unavailable away() {
        return new Unavailable("custody.kms.unavailable", "The keys cannot be opened right now", PAUSE);
    }
}
