package io.streamverse.server.viewers;

import io.streamverse.kernel.ids.Ids;
import io.streamverse.kernel.tenancy.TenantContext;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Refresh tokens carry a code that only we can make, so that an old one is told from a made-up one without keeping
/// either; only the old one ends its session.
@Singleton
class RefreshTokens {
    private static final String PREFIX = "svr_";
    private final SecretKeySpec key;

    RefreshTokens(ViewersConfig config) {
        this.key = new SecretKeySpec(config.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    String of(Session session) {
        return write(session.id(), session.generation());
    }

    Optional<RefreshToken> read(String token) {
        var parts = token.startsWith(PREFIX) ? token.substring(PREFIX.length()).split("\\.", -1) : new String[0];
        if (parts.length != 3 || !Ids.isValid(Session.PREFIX, parts[0]) || !parts[1].matches("[0-9]{1,9}")) {
            return Optional.empty();
        }
        var generation = Integer.parseInt(parts[1]);
        return same(token, write(parts[0], generation))
                ? Optional.of(new RefreshToken(parts[0], generation))
                : Optional.empty();
    }

    private String write(String session, int generation) {
        return PREFIX + session + "." + generation + "." + code(session, generation);
    }

    private String code(String session, int generation) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            var said = "streamverse.refresh:%s:%s:%d".formatted(TenantContext.current(), session, generation);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(said.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HMAC-SHA256", e);
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
