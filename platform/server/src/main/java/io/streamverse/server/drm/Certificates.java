package io.streamverse.server.drm;

import io.streamverse.kernel.problem.FieldError;
import io.streamverse.kernel.problem.Rejected;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.List;

/// X.509 certificates that tenants bring.
final class Certificates {
    private static final int LEAST_BITS = 2048;

    private Certificates() {}

    static X509Certificate read(String text, String pointer) {
        try {
            var der = Base64.getMimeDecoder().decode(text);
            var factory = CertificateFactory.getInstance("X.509");
            return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException | IllegalArgumentException _) {
            throw rejected(pointer, "an X.509 certificate, DER in base64");
        }
    }

    static void demandRecipient(String text, String pointer) {
        if (!(read(text, pointer).getPublicKey() instanceof RSAPublicKey key)
                || key.getModulus().bitLength() < LEAST_BITS) {
            throw rejected(pointer, "a certificate of an RSA key of at least %d bits".formatted(LEAST_BITS));
        }
    }

    static Rejected rejected(String pointer, String rule) {
        return new Rejected(
                "http.request.invalid", "Some fields break a rule; see errors", List.of(new FieldError(pointer, rule)));
    }
}
