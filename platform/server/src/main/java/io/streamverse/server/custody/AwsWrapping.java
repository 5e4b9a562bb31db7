package io.streamverse.server.custody;

import io.streamverse.kernel.tenancy.TenantSpace;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// AWS KMS. https://docs.aws.amazon.com/kms/latest/APIReference/API_Encrypt.html
final class AwsWrapping implements KeyWrapping {
    private static final String JSON = "application/x-amz-json-1.1";
    private final KmsCalls calls;
    private final InstantSource clock;
    private final SigV4 signer;
    private final URI url;
    private final String key;

    AwsWrapping(KmsCalls calls, CustodyConfig config, InstantSource clock) {
        var region = CustodyConfig.demand(config.region(), "region");
        this.calls = calls;
        this.clock = clock;
        this.url = Objects.requireNonNullElseGet(
                config.url(), () -> URI.create("https://kms.%s.amazonaws.com/".formatted(region)));
        this.key = CustodyConfig.demand(config.key(), "key");
        this.signer = new SigV4(
                CustodyConfig.demand(config.accessKeyId(), "access-key-id"),
                CustodyConfig.demand(config.secretAccessKey(), "secret-access-key"),
                config.sessionToken(),
                region,
                "kms");
    }

    @Override
    public Kms kind() {
        return Kms.AWS;
    }

    @Override
    public String wrap(byte[] bytes, TenantSpace space) {
        return ask("Encrypt", "Plaintext", Base64.getEncoder().encodeToString(bytes), space, "/CiphertextBlob");
    }

    @Override
    public byte[] unwrap(String wrapped, TenantSpace space) {
        return Base64.getDecoder().decode(ask("Decrypt", "CiphertextBlob", wrapped, space, "/Plaintext"));
    }

    private String ask(String act, String field, String value, TenantSpace space, String pointer) {
        var body = KmsCalls.bytes(
                Map.of("KeyId", key, field, value, "EncryptionContext", Map.of("streamverse:space", space.toString())));
        var headers = new TreeMap<>(Map.of("content-type", JSON, "x-amz-target", "TrentService." + act));
        var request = calls.to(url).POST(BodyPublishers.ofByteArray(body));
        signer.sign("POST", url, headers, body, clock.instant()).forEach(request::header);
        return calls.ask(request.build(), pointer);
    }
}
