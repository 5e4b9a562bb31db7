package io.streamverse.server.viewers;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.micronaut.context.ApplicationContext;
import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.kernel.tenancy.TenantSpace;
import java.text.ParseException;
import java.util.UUID;
import java.util.function.Consumer;

/// Access tokens that only a thief of an environment's key could make: one of ours with some claims changed, and
/// signed.
public record Counterfeits(ApplicationContext server, TenantSpace space, String genuine) {
    public String with(Consumer<JWTClaimsSet.Builder> change) {
        try {
            var claims = new JWTClaimsSet.Builder(SignedJWT.parse(genuine).getJWTClaimsSet())
                    .jwtID(UUID.randomUUID().toString());
            change.accept(claims);
            var key = TenantContext.call(
                    space, () -> server.getBean(SigningKeys.class).ring().signing());
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID(key.getKeyID())
                    .build();
            var token = new SignedJWT(header, claims.build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /// One with our header and claims, and a signature of somebody else's.
    public String withAnotherSignature() {
        var token = with(_ -> {});
        var signature = token.substring(token.lastIndexOf('.') + 1);
        return token.replace(signature, new StringBuilder(signature).reverse());
    }
}
