package io.streamverse.server.custody;

import io.streamverse.kernel.tenancy.TenantSpace;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Google Cloud KMS. `key` is its whole name: `projects/p/locations/l/keyRings/r/cryptoKeys/k`. Where no access token
/// is set, each call asks the metadata server for one, which keeps it.
/// https://cloud.google.com/kms/docs/reference/rest/v1/projects.locations.keyRings.cryptoKeys/encrypt
final class GcpWrapping implements KeyWrapping {
    private static final URI KMS = URI.create("https://cloudkms.googleapis.com");
    private static final URI METADATA = URI.create("http://metadata.google.internal");
    private static final String TOKEN = "/computeMetadata/v1/instance/service-accounts/default/token";
    private final KmsCalls calls;
    private final URI url;
    private final URI metadata;
    private final String key;
    private final @Nullable String token;

    GcpWrapping(KmsCalls calls, CustodyConfig config) {
        this.calls = calls;
        this.url = Objects.requireNonNullElse(config.url(), KMS);
        this.metadata = Objects.requireNonNullElse(config.metadataUrl(), METADATA);
        this.key = CustodyConfig.demand(config.key(), "key");
        this.token = config.token();
    }

    @Override
    public Kms kind() {
        return Kms.GCP;
    }

    @Override
    public String wrap(byte[] bytes, TenantSpace space) {
        var body = Map.of("plaintext", base64(bytes), "additionalAuthenticatedData", context(space));
        return ask("encrypt", body, "/ciphertext");
    }

    @Override
    public byte[] unwrap(String wrapped, TenantSpace space) {
        var body = Map.of("ciphertext", wrapped, "additionalAuthenticatedData", context(space));
        return Base64.getDecoder().decode(ask("decrypt", body, "/plaintext"));
    }

    private String ask(String act, Map<String, String> body, String pointer) {
        var request = calls.to(url.resolve("/v1/%s:%s".formatted(key, act)))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(KmsCalls.bytes(body)))
                .build();
        return calls.ask(request, pointer);
    }

    private String token() {
        return token != null
                ? token
                : calls.ask(
                        calls.to(metadata.resolve(TOKEN))
                                .header("Metadata-Flavor", "Google")
                                .build(),
                        "/access_token");
    }

    private static String context(TenantSpace space) {
        return base64(space.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
