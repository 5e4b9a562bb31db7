package io.streamverse.kernel.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.env.Environment;
import io.streamverse.kernel.tls.Authority;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// HashiCorp Vault's secrets of version 2, read with a token or by AppRole.
/// https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v2
final class Vault {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;

    private final Environment environment;
    private final Map<String, JsonNode> known = new HashMap<>();
    private @Nullable String token;

    Vault(Environment environment) {
        this.environment = environment;
    }

    /// `secret/data/streamverse#database`: a path of Vault's interface, and a field of the secret there.
    String read(String setting, String reference) {
        var parts = reference.split("#", 2);
        if (parts.length < 2) {
            throw new StartFailure(
                    "%s names no field of a secret in Vault: write vault:mount/data/path#field.".formatted(setting));
        }
        try (var http = client()) {
            var secret = known.get(parts[0]);
            if (secret == null) {
                secret = ask(http, to(parts[0]).header("X-Vault-Token", token(http)));
                known.put(parts[0], secret);
            }
            var value = secret.at("/data/data").get(parts[1]);
            if (value == null || !value.isTextual() || value.textValue().isEmpty()) {
                throw new Refused("the secret has no " + parts[1]);
            }
            return value.textValue();
        } catch (IOException | Refused e) {
            throw new StartFailure(
                    "%s is to come from Vault (%s), and does not: %s.".formatted(setting, reference, why(e)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Stopped while Vault was asked for %s.".formatted(setting));
        }
    }

    private String token(HttpClient http) throws IOException, InterruptedException {
        if (token == null) {
            var given = setting("token");
            token = given.isPresent() ? given.get() : login(http);
        }
        return token;
    }

    private String login(HttpClient http) throws IOException, InterruptedException {
        var role = Map.of("role_id", demand("role-id"), "secret_id", demand("secret-id"));
        var answer = ask(http, to("auth/approle/login").POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(role))));
        return answer.at("/auth/client_token").asText();
    }

    private HttpRequest.Builder to(String path) {
        var request = HttpRequest.newBuilder(URI.create(demand("url").replaceAll("/+$", "") + "/v1/" + path))
                .timeout(PATIENCE)
                .header("X-Vault-Request", "true");
        setting("namespace").ifPresent(it -> request.header("X-Vault-Namespace", it));
        return request;
    }

    private static JsonNode ask(HttpClient http, HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() != OK) {
            throw new Refused("Vault answers " + answer.statusCode());
        }
        return JSON.readTree(answer.body());
    }

    private HttpClient client() {
        var client = HttpClient.newBuilder().connectTimeout(PATIENCE);
        setting("ca")
                .ifPresent(it -> client.sslContext(Authority.of(Path.of(it)).context()));
        return client.build();
    }

    private String demand(String name) {
        return setting(name).orElseThrow(() -> new Refused("secrets.vault.%s is not set".formatted(name)));
    }

    private Optional<String> setting(String name) {
        return environment.getProperty("secrets.vault." + name, String.class);
    }

    private static String why(Exception e) {
        return Objects.requireNonNullElse(e.getMessage(), "it does not answer");
    }

    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String why) {
            super(why);
        }
    }
}
