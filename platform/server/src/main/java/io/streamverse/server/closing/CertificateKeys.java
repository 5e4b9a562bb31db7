package io.streamverse.server.closing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.streamverse.kernel.database.Sql;
import io.streamverse.kernel.ids.Ids;
import io.streamverse.kernel.security.Digests;
import io.streamverse.kernel.security.Sealed;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// What certificates are signed with. The first key is made with the first certificate, another where `closing.secret`
/// has changed; what an earlier one signed is believed for good, so its public half stays.
@Singleton
class CertificateKeys {
    private static final int BITS = 3072;
    private final Sql sql;
    private final ClosingConfig config;
    private final Ids ids;
    private final InstantSource clock;

    CertificateKeys(Sql sql, ClosingConfig config, Ids ids, InstantSource clock) {
        this.sql = sql;
        this.config = config;
        this.ids = ids;
        this.clock = clock;
    }

    private record Row(String id, String sealed) {}

    RSAKey signing() {
        var newest = sql.read(
                "SELECT id, sealed FROM control.erasure_key ORDER BY id DESC LIMIT 1",
                row -> new Row(row.getString("id"), row.getString("sealed")));
        return newest.stream().findFirst().flatMap(this::opened).orElseGet(this::made);
    }

    List<RSAKey> published() {
        return sql.read("SELECT public_jwk FROM control.erasure_key ORDER BY id", row -> parsed(row.getString(1)));
    }

    private Optional<RSAKey> opened(Row row) {
        return seal(row.id()).open(row.sealed()).map(CertificateKeys::parsed);
    }

    private RSAKey made() {
        try {
            var id = ids.next("cky");
            var key = new RSAKeyGenerator(BITS)
                    .keyID(id)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
            sql.write(
                    "INSERT INTO control.erasure_key (id, public_jwk, sealed, created_at) VALUES (?, ?, ?, ?)",
                    id,
                    key.toPublicJWK().toJSONString(),
                    seal(id).close(key.toJSONString()),
                    clock.instant());
            return key;
        } catch (JOSEException e) {
            throw new IllegalStateException("No key could be made", e);
        }
    }

    private static RSAKey parsed(String jwk) {
        try {
            return JWK.parse(jwk).toRSAKey();
        } catch (ParseException e) {
            throw new IllegalStateException("A stored key cannot be read", e);
        }
    }

    private Sealed seal(String id) {
        return Sealed.under(Digests.sha256("streamverse.certificate-key:%s:%s".formatted(config.secret(), id)));
    }
}
