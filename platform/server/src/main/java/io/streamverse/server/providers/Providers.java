package io.streamverse.server.providers;

import io.streamverse.kernel.problem.FieldError;
import io.streamverse.kernel.problem.Rejected;
import io.streamverse.kernel.problem.Unavailable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks providers of licences. What goes there holds keys, and what comes may: neither is logged or shown.
@Singleton
public class Providers {
    private static final Logger LOG = LoggerFactory.getLogger(Providers.class);
    private static final int LARGEST_LICENCE = 1 << 20;
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private final LicencesConfig config;
    private final HttpClient http;

    Providers(LicencesConfig config) {
        this.config = config;
        this.http = HttpClient.newBuilder()
                .connectTimeout(config.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /// An address that a tenant may have us call.
    public void demandAllowed(URI url) {
        if (!isAllowed(url)) {
            throw new Rejected(
                    "http.request.invalid",
                    "Some fields break a rule; see errors",
                    List.of(new FieldError("/url", "an https address of a public host")));
        }
    }

    public Licence ask(Provider provider, ProviderSecret secret, LicenceOrder order) {
        if (!isAllowed(provider.url())) {
            throw away();
        }
        var protocol = protocol(provider);
        var request = HttpRequest.newBuilder(provider.url()).timeout(config.timeout());
        var answer = send(protocol.write(request, order, provider, secret).build());
        return new Licence(order.system().contentType(), ByteBuffer.wrap(protocol.read(answer)));
    }

    private byte[] send(HttpRequest request) {
        try {
            var answer = http.send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_LICENCE));
            demandLicence(answer);
            return answer.body();
        } catch (IOException e) {
            LOG.warn("A provider of licences cannot be asked: {}", e.getClass().getSimpleName());
            throw away();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw away();
        }
    }

    private static void demandLicence(HttpResponse<byte[]> answer) {
        var status = answer.statusCode();
        if (status >= 400 && status < 500) {
            throw new Rejected("drm.challenge.refused", "The licence service answered %d".formatted(status));
        }
        if (status != 200) {
            LOG.warn("A provider of licences answered {}", status);
            throw away();
        }
    }

    private boolean isAllowed(URI url) {
        var host = url.getHost();
        if (host == null || url.getUserInfo() != null) {
            return false;
        }
        return config.privateHosts().contains(host) || ("https".equals(url.getScheme()) && isPublic(host));
    }

    private static boolean isPublic(String host) {
        try {
            return Stream.of(InetAddress.getAllByName(host)).noneMatch(Providers::isPrivate);
        } catch (UnknownHostException _) {
            return false;
        }
    }

    private static boolean isPrivate(InetAddress it) {
        var bytes = it.getAddress();
        var uniqueLocal = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
        var shared = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
        return uniqueLocal
                || shared
                || it.isLoopbackAddress()
                || it.isAnyLocalAddress()
                || it.isLinkLocalAddress()
                || it.isSiteLocalAddress()
                || it.isMulticastAddress();
    }

    private static LicenceProtocol protocol(Provider provider) {
        return switch (provider.protocol()) {
            case AXINOM -> new AxinomProtocol();
            case WIDEVINE -> new WidevineProtocol();
        };
    }

    private static Unavailable away() {
        return new Unavailable("drm.provider.unavailable", "The licence service does not answer right now", PAUSE);
    }
}
