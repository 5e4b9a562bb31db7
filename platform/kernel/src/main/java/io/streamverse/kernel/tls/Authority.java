package io.streamverse.kernel.tls;

import io.micronaut.context.exceptions.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/// Certificates of which one must have signed what a server shows; the usual ones of the JDK then count no more.
public final class Authority {
    private final TrustManager[] trust;

    private Authority(TrustManager[] trust) {
        this.trust = trust;
    }

    /// A PEM file with one certificate or several.
    public static Authority of(Path pem) {
        try (var file = Files.newInputStream(pem)) {
            var certificates = CertificateFactory.getInstance("X.509").generateCertificates(file);
            if (certificates.isEmpty()) {
                throw new ConfigurationException("%s holds no certificate".formatted(pem));
            }
            return new Authority(trust(certificates));
        } catch (IOException e) {
            throw new ConfigurationException("%s cannot be read".formatted(pem), e);
        } catch (GeneralSecurityException e) {
            throw new ConfigurationException("%s holds no certificate in PEM: %s".formatted(pem, e.getMessage()), e);
        }
    }

    public TrustManager[] trustManagers() {
        return trust.clone();
    }

    public SSLContext context() {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TrustManager[] trust(Collection<? extends Certificate> certificates)
            throws GeneralSecurityException, IOException {
        var keys = KeyStore.getInstance(KeyStore.getDefaultType());
        keys.load(null, null);
        var number = 0;
        for (var certificate : certificates) {
            keys.setCertificateEntry("authority-" + number++, certificate);
        }
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(keys);
        return factory.getTrustManagers();
    }
}
