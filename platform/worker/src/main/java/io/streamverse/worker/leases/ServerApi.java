package io.streamverse.worker.leases;

import io.streamverse.media.lease.Addresses;
import io.streamverse.media.lease.Ask;
import io.streamverse.media.lease.Completion;
import io.streamverse.media.lease.Failure;
import io.streamverse.media.lease.GivenBack;
import io.streamverse.media.lease.Heartbeat;
import io.streamverse.media.lease.Held;
import io.streamverse.media.lease.KeyWanted;
import io.streamverse.media.lease.Lease;
import io.streamverse.media.lease.NewOutput;
import io.streamverse.media.lease.OutputParts;
import io.streamverse.media.lease.OutputPlace;
import io.streamverse.media.lease.Reading;
import io.streamverse.media.lease.Registered;
import io.streamverse.media.lease.Registration;
import io.streamverse.media.work.ContentKey;
import io.streamverse.media.work.Output;
import io.streamverse.media.work.WorkJson;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/// The server's `/internal/jobs`. Throws IOException where it does not answer, Refused where it says no.
@Singleton
class ServerApi {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final int NOTHING = 204;
    private static final int FIRST_REFUSAL = 300;
    private final LeasesConfig config;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECTING)
            .executor(Thread::startVirtualThread)
            .build();

    ServerApi(LeasesConfig config) {
        this.config = config;
    }

    HttpClient http() {
        return http;
    }

    URI resolve(String address) {
        return config.serverUrl().resolve(address);
    }

    Registered register(Registration worker) throws IOException, InterruptedException {
        return WorkJson.read(post("workers", worker, PATIENCE), Registered.class);
    }

    Optional<Lease> lease(String worker, Duration wait) throws IOException, InterruptedException {
        var answer = post("leases", new Ask(worker, wait.toMillis()), wait.plus(PATIENCE));
        return answer.isEmpty() ? Optional.empty() : Optional.of(WorkJson.read(answer, Lease.class));
    }

    Held beat(String lease, Heartbeat beat) throws IOException, InterruptedException {
        return WorkJson.read(say(lease, "heartbeat", beat), Held.class);
    }

    String complete(String lease, Completion completion) throws IOException, InterruptedException {
        return say(lease, "completion", completion);
    }

    String fail(String lease, Failure failure) throws IOException, InterruptedException {
        return say(lease, "failure", failure);
    }

    void giveBack(String lease, GivenBack back, Duration patience) throws IOException, InterruptedException {
        post("leases/" + lease + "/return", back, patience);
    }

    Addresses read(String lease, Reading reading) throws IOException, InterruptedException {
        return WorkJson.read(say(lease, "reads", reading), Addresses.class);
    }

    OutputPlace begin(String lease, NewOutput output) throws IOException, InterruptedException {
        return WorkJson.read(say(lease, "outputs", output), OutputPlace.class);
    }

    Output complete(String lease, String upload, OutputParts parts) throws IOException, InterruptedException {
        var encoded = URLEncoder.encode(upload, StandardCharsets.UTF_8);
        return WorkJson.read(say(lease, "outputs/" + encoded, parts), Output.class);
    }

    ContentKey key(String lease, KeyWanted wanted) throws IOException, InterruptedException {
        return WorkJson.read(say(lease, "keys", wanted), ContentKey.class);
    }

    private String say(String lease, String what, Object body) throws IOException, InterruptedException {
        return post("leases/" + lease + "/" + what, body, PATIENCE);
    }

    private String post(String path, Object body, Duration patience) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(resolve("/internal/jobs/" + path))
                .timeout(patience)
                .header("Authorization", "Bearer " + config.key())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(WorkJson.write(body)))
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() >= FIRST_REFUSAL) {
            throw new Refused(answer.statusCode(), answer.body());
        }
        return answer.statusCode() == NOTHING ? "" : answer.body();
    }

    @PreDestroy
    void close() {
        http.shutdownNow();
    }
}
