package io.streamverse.server.drm;

import io.swagger.v3.oas.annotations.media.Schema;
import java.security.cert.X509Certificate;
import java.time.Instant;

@Schema(name = "FairPlayCertificate", description = "What Safari is given before its first licence.")
record CertificateResponse(
        @Schema(description = "DER in base64.") String certificate, String subject, Instant expiresAt) {

    static CertificateResponse of(String text, X509Certificate certificate) {
        return new CertificateResponse(
                text,
                certificate.getSubjectX500Principal().getName(),
                certificate.getNotAfter().toInstant());
    }
}
