package io.streamverse.server.custody;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Signs requests as AWS wants it, for addresses without a query.
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
record SigV4(String accessKeyId, String secret, @Nullable String sessionToken, String region, String service) {
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /// All headers to send, but the host's, which every client sends by itself. Names are in lower case.
    Map<String, String> sign(String method, URI url, SortedMap<String, String> headers, byte[] body, Instant at) {
        var stamp = STAMP.format(at);
        var scope = "%s/%s/%s/aws4_request".formatted(stamp.substring(0, 8), region, service);
        var all = new TreeMap<>(headers);
        all.put("x-amz-date", stamp);
        if (sessionToken != null) {
            all.put("x-amz-security-token", sessionToken);
        }
        var signed = new TreeMap<>(all);
        signed.put("host", url.getPort() < 0 ? url.getHost() : url.getHost() + ":" + url.getPort());
        var names = String.join(";", signed.keySet());
        var canonical = String.join(
                "\n",
                method,
                url.getRawPath().isEmpty() ? "/" : url.getRawPath(),
                "",
                signed.entrySet().stream()
                        .map(it -> it.getKey() + ":" + it.getValue().strip() + "\n")
                        .collect(Collectors.joining()),
                names,
                sha256(body));
        var toSign = String.join("\n", ALGORITHM, stamp, scope, sha256(canonical.getBytes(StandardCharsets.UTF_8)));
        var signature = HexFormat.of().formatHex(hmac(key(stamp.substring(0, 8)), toSign));
        all.put(
                "authorization",
                "%s Credential=%s/%s, SignedHeaders=%s, Signature=%s"
                        .formatted(ALGORITHM, accessKeyId, scope, names, signature));
        return all;
    }

    @Override
    public String toString() {
        return "SigV4 of " + accessKeyId;
    }

    private byte[] key(String date) {
        var key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
        return hmac(hmac(hmac(hmac(key, date), region), service), "aws4_request");
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HMAC-SHA-256", e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
