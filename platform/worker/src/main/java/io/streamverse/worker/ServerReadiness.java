package io.streamverse.worker;

import io.streamverse.kernel.health.Readiness;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/// A worker that cannot reach its server has nothing to do.
@Singleton
class ServerReadiness implements Readiness {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI live;

    ServerReadiness(WorkerConfig config) {
        this.live = config.serverUrl().resolve("/health/live");
    }

    @Override
    public String part() {
        return "server";
    }

    @Override
    public Optional<String> missing() {
        var request = HttpRequest.newBuilder(live).timeout(PATIENCE).build();
        try {
            var status = http.send(request, BodyHandlers.discarding()).statusCode();
            return status == 200 ? Optional.empty() : Optional.of("answers " + status);
        } catch (IOException e) {
            return Optional.of("does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("stopping");
        }
    }

    @PreDestroy
    void close() {
        http.close();
    }
}
