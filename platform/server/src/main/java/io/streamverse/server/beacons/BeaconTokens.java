package io.streamverse.server.beacons;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamverse.kernel.problem.Unauthenticated;
import io.streamverse.kernel.tenancy.TenantSpace;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// JSON Web Tokens, HS256, with one fixed header and a key that is good for nothing else. Instead of the viewer they
/// name a pseudonym, which says nothing to whoever lacks the secret.
@Singleton
class BeaconTokens {
    private static final String MAC = "HmacSHA256";
    private static final String AUDIENCE = "beacons";
    private static final int LONGEST = 2048;
    private static final int PSEUDONYM = 16;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final String HEADER =
            ENCODER.encodeToString("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(UTF_8)) + ".";
    private final BeaconsConfig config;
    private final InstantSource clock;
    private final Mac tokens;
    private final Mac pseudonyms;

    BeaconTokens(BeaconsConfig config, InstantSource clock) {
        this.config = config;
        this.clock = clock;
        this.tokens = keyed("streamverse.beacons.tokens:" + config.secret());
        this.pseudonyms = keyed("streamverse.beacons.pseudonyms:" + config.secret());
    }

    String sign(Play play) {
        var claims = JSON.createObjectNode()
                .put("aud", AUDIENCE)
                .put("exp", play.until().plus(config.grace()).getEpochSecond())
                .put("sub", play.sessionId())
                .put("spc", play.space().toString())
                .put("ttl", play.titleId())
                .put("ast", play.assetId())
                .put("dur", play.durationMs())
                .put("dev", play.device())
                .put("cty", play.country())
                .put("vwr", pseudonym(play));
        var signed = HEADER + ENCODER.encodeToString(claims.toString().getBytes(UTF_8));
        return signed + "." + ENCODER.encodeToString(mac(tokens, signed));
    }

    /// Of a token of ours that is not over; the viewer in it is the pseudonym.
    Play verify(String token) {
        var end = token.lastIndexOf('.');
        if (token.length() > LONGEST || !token.startsWith(HEADER) || end < HEADER.length()) {
            throw refused();
        }
        try {
            var given = Base64.getUrlDecoder().decode(token.substring(end + 1));
            if (!MessageDigest.isEqual(mac(tokens, token.substring(0, end)), given)) {
                throw refused();
            }
            return play(JSON.readTree(Base64.getUrlDecoder().decode(token.substring(HEADER.length(), end))));
        } catch (IllegalArgumentException | IOException e) {
            throw refused();
        }
    }

    private Play play(JsonNode claims) {
        var until = Instant.ofEpochSecond(claims.path("exp").asLong());
        if (!claims.path("aud").asText().equals(AUDIENCE) || !clock.instant().isBefore(until)) {
            throw refused();
        }
        return new Play(
                TenantSpace.parse(claims.path("spc").asText()),
                claims.path("sub").asText(),
                claims.path("ttl").asText(),
                claims.path("ast").asText(),
                claims.path("dur").asLong(),
                claims.path("dev").asText(),
                text(claims.path("cty")),
                claims.path("vwr").asText(),
                until);
    }

    private static @Nullable String text(JsonNode value) {
        return value.isTextual() ? value.asText() : null;
    }

    private String pseudonym(Play play) {
        return ENCODER.encodeToString(mac(pseudonyms, play.space() + ":" + play.viewerId()))
                .substring(0, PSEUDONYM);
    }

    private static Unauthenticated refused() {
        return new Unauthenticated("beacons.token.refused", "This is no beacon token of ours, or it has expired");
    }

    private static Mac keyed(String secret) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), MAC));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + MAC, e);
        }
    }

    private static byte[] mac(Mac prototype, String text) {
        try {
            return ((Mac) prototype.clone()).doFinal(text.getBytes(UTF_8));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The JDK's HMAC can be cloned", e);
        }
    }
}
