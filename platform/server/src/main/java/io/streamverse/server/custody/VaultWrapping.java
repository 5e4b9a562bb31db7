package io.streamverse.server.custody;

import io.streamverse.kernel.tenancy.TenantSpace;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/// HashiCorp Vault's transit engine. `url` ends at its mount: `https://vault.internal:8200/v1/transit`.
/// https://developer.hashicorp.com/vault/api-docs/secret/transit
final class VaultWrapping implements KeyWrapping {
    private final KmsCalls calls;
    private final String url;
    private final String key;
    private final String token;

    VaultWrapping(KmsCalls calls, CustodyConfig config) {
        this.calls = calls;
        this.url = CustodyConfig.demand(String.valueOf(config.url()), "url");
        this.key = CustodyConfig.demand(config.key(), "key");
        this.token = CustodyConfig.demand(config.token(), "token");
    }

    @Override
    public Kms kind() {
        return Kms.VAULT;
    }

    @Override
    public String wrap(byte[] bytes, TenantSpace space) {
        var body = Map.of("plaintext", base64(bytes), "associated_data", context(space));
        return ask("encrypt", body, "/data/ciphertext");
    }

    @Override
    public byte[] unwrap(String wrapped, TenantSpace space) {
        var body = Map.of("ciphertext", wrapped, "associated_data", context(space));
        return Base64.getDecoder().decode(ask("decrypt", body, "/data/plaintext"));
    }

    private String ask(String act, Map<String, String> body, String pointer) {
        var request = calls.to(URI.create("%s/%s/%s".formatted(url, act, key)))
                .header("X-Vault-Token", token)
                .header("X-Vault-Request", "true")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(KmsCalls.bytes(body)))
                .build();
        return calls.ask(request, pointer);
    }

    private static String context(TenantSpace space) {
        return base64(space.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
