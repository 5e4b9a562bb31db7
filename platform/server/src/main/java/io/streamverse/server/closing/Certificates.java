package io.streamverse.server.closing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import io.micronaut.transaction.annotation.Transactional;
import io.streamverse.events.tenants.TenantErased;
import io.streamverse.kernel.erasure.Remainder;
import io.streamverse.server.tenants.Tenants;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;

/// The last act of an erasure: what is known of the tenant goes, and a signed certificate stays, in one transaction.
/// Its JSON is canonical: members in the order of their names, no white space, instants in UTC.
@Singleton
class Certificates {
    private static final ObjectMapper CANONICAL = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private static final JOSEObjectType TYPE = new JOSEObjectType("streamverse-erasure+json");
    private final ErasureRepository erasures;
    private final CertificateKeys keys;
    private final Tenants tenants;
    private final ClosingConfig config;
    private final InstantSource clock;

    Certificates(
            ErasureRepository erasures,
            CertificateKeys keys,
            Tenants tenants,
            ClosingConfig config,
            InstantSource clock) {
        this.erasures = erasures;
        this.keys = keys;
        this.tenants = tenants;
        this.config = config;
        this.clock = clock;
    }

    @Transactional("control")
    void certify(Erasure it, List<Remainder> remains) {
        var now = clock.instant();
        var certificate = Certificate.of(it, now, erasures.steps(it.id()), remains);
        if (erasures.end(it.id(), signed(certificate), now)) {
            tenants.forget(
                    it.tenant(),
                    it.slug(),
                    now.plus(config.holdSlug()),
                    new TenantErased(it.tenant().value(), it.id(), now));
        }
    }

    private String signed(Certificate certificate) {
        var key = keys.signing();
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(key.getKeyID())
                .type(TYPE)
                .build();
        try {
            var jws = new JWSObject(header, new Payload(CANONICAL.writeValueAsString(certificate)));
            jws.sign(new RSASSASigner(key));
            return jws.serialize();
        } catch (JOSEException | JsonProcessingException e) {
            throw new IllegalStateException("The certificate cannot be signed", e);
        }
    }
}
