package io.streamverse.server.custody;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Vault's transit engine, AWS KMS and Google's KMS, as they are documented: what is wrapped is remembered with its
/// context, and given back for the same context only.
final class FakeKms implements AutoCloseable {
    static final String TOKEN = "token-of-the-fake";
    static final String SECRET = "secret-of-the-fake";
    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpServer server;
    private final Map<String, Wrapped> wrapped = new HashMap<>();
    private final List<String> bodies = new ArrayList<>();

    private record Wrapped(String plaintext, String context) {}

    FakeKms() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/transit/", it -> answer(it, this::vault));
        server.createContext("/v1/projects/", it -> answer(it, this::google));
        server.createContext("/computeMetadata/", it -> answer(it, FakeKms::metadata));
        server.createContext("/", it -> answer(it, this::aws));
        server.start();
    }

    URI url(String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private interface Service {
        @Nullable
        Object answer(HttpExchange exchange, JsonNode body);
    }

    private static @Nullable Object metadata(HttpExchange exchange, JsonNode body) {
        return "Google".equals(header(exchange, "Metadata-Flavor"))
                ? Map.of("access_token", TOKEN, "expires_in", 3599, "token_type", "Bearer")
                : null;
    }

    private @Nullable Object vault(HttpExchange exchange, JsonNode body) {
        if (!TOKEN.equals(header(exchange, "X-Vault-Token"))) {
            return null;
        }
        var context = body.path("associated_data").asText();
        if (exchange.getRequestURI().getPath().equals("/v1/transit/encrypt/tenants")) {
            return Map.of("data", Map.of("ciphertext", keep("vault:v1:", body.path("plaintext"), context)));
        }
        var plaintext = find(body.path("ciphertext").asText(), context);
        return plaintext == null ? null : Map.of("data", Map.of("plaintext", plaintext));
    }

    private @Nullable Object google(HttpExchange exchange, JsonNode body) {
        if (!("Bearer " + TOKEN).equals(header(exchange, "Authorization"))) {
            return null;
        }
        var context = body.path("additionalAuthenticatedData").asText();
        if (exchange.getRequestURI().getPath().endsWith("/cryptoKeys/k:encrypt")) {
            return Map.of("ciphertext", keep("gcp", body.path("plaintext"), context));
        }
        var plaintext = find(body.path("ciphertext").asText(), context);
        return plaintext == null ? null : Map.of("plaintext", plaintext);
    }

    private @Nullable Object aws(HttpExchange exchange, JsonNode body) {
        if (!isSigned(exchange) || !body.path("KeyId").asText().equals("alias/tenants")) {
            return null;
        }
        var context = body.path("EncryptionContext").toString();
        if (Objects.equals(header(exchange, "X-Amz-Target"), "TrentService.Encrypt")) {
            return Map.of("CiphertextBlob", keep("aws", body.path("Plaintext"), context), "KeyId", "arn");
        }
        var plaintext = find(body.path("CiphertextBlob").asText(), context);
        return plaintext == null ? null : Map.of("Plaintext", plaintext, "KeyId", "arn");
    }

    private boolean isSigned(HttpExchange exchange) {
        var headers = new TreeMap<>(Map.of(
                "content-type", header(exchange, "Content-Type"), "x-amz-target", header(exchange, "X-Amz-Target")));
        var stamp = header(exchange, "X-Amz-Date");
        var at = Instant.parse(stamp.replaceFirst("(....)(..)(..)T(..)(..)(..)Z", "$1-$2-$3T$4:$5:$6Z"));
        var signer = new SigV4("AKID", SECRET, null, "eu-west-1", "kms");
        var signed = signer.sign("POST", url("/"), headers, bodies.getLast().getBytes(StandardCharsets.UTF_8), at);
        return header(exchange, "Authorization").equals(signed.get("authorization"));
    }

    private String keep(String prefix, JsonNode plaintext, String context) {
        var name = prefix
                + Base64.getEncoder().encodeToString(("wrapped-" + wrapped.size()).getBytes(StandardCharsets.UTF_8));
        wrapped.put(name, new Wrapped(plaintext.asText(), context));
        return name;
    }

    private @Nullable String find(String name, String context) {
        var it = wrapped.get(name);
        return it != null && it.context().equals(context) ? it.plaintext() : null;
    }

    private static String header(HttpExchange exchange, String name) {
        return Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst(name), "");
    }

    private synchronized void answer(HttpExchange exchange, Service service) throws IOException {
        try (exchange) {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            var body = bodies.getLast().isEmpty() ? JSON.createObjectNode() : JSON.readTree(bodies.getLast());
            var answer = service.answer(exchange, body);
            var bytes = JSON.writeValueAsBytes(answer == null ? Map.of("error", "no " + body) : answer);
            exchange.sendResponseHeaders(answer == null ? 400 : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
