package io.streamverse.kernel.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.streamverse.kernel.storage.StorageException.AddressRefused;
import java.net.URI;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// `/internal/objects/{key}?op=…&expires=…&sig=…`: the signature covers the key and everything else in the query.
final class AddressSigner {
    private static final String PATH = "/internal/objects/";
    private static final String SIGNATURE = "&sig=";
    private static final String HMAC = "HmacSHA256";
    private static final int MIN_SECRET = 32;
    private static final Duration LONGEST = Duration.ofDays(7);

    private final SecretKeySpec secret;
    private final InstantSource clock;

    AddressSigner(byte[] secret, InstantSource clock) {
        if (secret.length < MIN_SECRET) {
            throw new IllegalArgumentException("A signing secret has at least %d bytes".formatted(MIN_SECRET));
        }
        this.secret = new SecretKeySpec(secret, HMAC);
        this.clock = clock;
    }

    URI sign(Grant grant, Duration validFor) {
        if (!validFor.isPositive() || validFor.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("An address is valid for up to seven days, not " + validFor);
        }
        var claims =
                claims(grant) + "&expires=" + clock.instant().plus(validFor).getEpochSecond();
        var path = Arrays.stream(grant.key().value().split("/", -1))
                .map(segment -> URLEncoder.encode(segment, UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/", PATH, ""));
        return URI.create(path + "?" + claims + SIGNATURE + signature(grant.key(), claims));
    }

    Grant verify(ObjectKey key, String query) {
        var end = query.lastIndexOf(SIGNATURE);
        if (end < 0) {
            throw new AddressRefused("The address is not signed");
        }
        var claims = query.substring(0, end);
        var given = query.substring(end + SIGNATURE.length());
        if (!MessageDigest.isEqual(signature(key, claims).getBytes(UTF_8), given.getBytes(UTF_8))) {
            throw new AddressRefused("The signature does not fit the address");
        }
        var claim = Arrays.stream(claims.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        if (!clock.instant().isBefore(Instant.ofEpochSecond(number(claim, "expires")))) {
            throw new AddressRefused("The address has expired");
        }
        return grant(key, claim);
    }

    private static String claims(Grant grant) {
        return switch (grant) {
            case Grant.Read _ -> "op=get";
            case Grant.Write it -> "op=put&max=" + it.maxBytes();
            case Grant.WritePart it ->
                "op=part&upload=%s&part=%d&max=%d".formatted(it.upload().id(), it.number(), it.maxBytes());
        };
    }

    /// The claims are our own words again: the signature was checked.
    private static Grant grant(ObjectKey key, Map<String, String> claim) {
        return switch (String.valueOf(claim.get("op"))) {
            case "get" -> new Grant.Read(key);
            case "put" -> new Grant.Write(key, number(claim, "max"));
            case "part" ->
                new Grant.WritePart(
                        new MultipartUpload(key, String.valueOf(claim.get("upload"))),
                        (int) number(claim, "part"),
                        number(claim, "max"));
            default -> throw new AddressRefused("The address allows nothing that is known");
        };
    }

    private static long number(Map<String, String> claim, String name) {
        return Long.parseLong(String.valueOf(claim.get(name)));
    }

    private String signature(ObjectKey key, String claims) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(secret);
            var signed = mac.doFinal((key.value() + "\n" + claims).getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
