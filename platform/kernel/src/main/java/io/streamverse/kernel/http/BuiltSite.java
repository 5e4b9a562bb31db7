package io.streamverse.kernel.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// A web app as its build left it in a folder of the class path. What lies in `assets` bears a hash of its content in
/// its name and is kept for ever; everything else is asked for again. Texts are packed once: with Brotli by the build,
/// whose file lies beside, and with gzip here.
public final class BuiltSite {
    private static final String PLAIN = "identity";
    private static final String FOREVER = "public, max-age=31536000, immutable";
    private static final Map<String, String> TEXTS = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "json", "application/json",
            "webmanifest", "application/manifest+json");
    private static final Map<String, String> BINARIES =
            Map.of("woff2", "font/woff2", "png", "image/png", "webp", "image/webp", "ico", "image/x-icon");
    private final String folder;
    private final String policy;
    private final Map<String, Optional<Content>> found = new ConcurrentHashMap<>();

    /// By how it is packed, the smallest first.
    private record Content(SequencedMap<String, byte[]> byEncoding) {

        String encodingFor(HttpRequest<?> request) {
            return byEncoding.keySet().stream()
                    .filter(it -> AcceptEncoding.takes(it, request.getHeaders()))
                    .findFirst()
                    .orElse(PLAIN);
        }
    }

    /// `policy` is the Content-Security-Policy of its pages.
    public BuiltSite(String folder, String policy) {
        this.folder = folder;
        this.policy = policy;
    }

    /// Nothing where the build has no such file.
    public Optional<HttpResponse<byte[]>> file(HttpRequest<?> request, String name) {
        return content(name).map(it -> answer(request, name, it));
    }

    private Optional<Content> content(String name) {
        if (typeOf(name) == null || !name.matches("[A-Za-z0-9._/-]+") || name.contains("..")) {
            return Optional.empty();
        }
        var known = found.get(name);
        if (known == null) {
            known = read(name);
            if (known.isPresent()) {
                found.put(name, known);
            }
        }
        return known;
    }

    private HttpResponse<byte[]> answer(HttpRequest<?> request, String name, Content content) {
        var encoding = content.encodingFor(request);
        MutableHttpResponse<byte[]> response =
                HttpResponse.ok(Objects.requireNonNull(content.byEncoding().get(encoding)));
        return response.contentType(MediaType.of(Objects.requireNonNull(typeOf(name))))
                .header(HttpHeaders.CONTENT_ENCODING, encoding)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .header(HttpHeaders.CACHE_CONTROL, name.startsWith("assets/") ? FOREVER : "no-cache")
                .header("Content-Security-Policy", policy)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "same-origin");
    }

    private Optional<Content> read(String name) {
        return bytes(name).map(plain -> {
            var byEncoding = new LinkedHashMap<String, byte[]>();
            if (TEXTS.containsKey(endingOf(name))) {
                bytes(name + ".br").ifPresent(it -> byEncoding.put("br", it));
                byEncoding.put("gzip", packed(plain));
            }
            byEncoding.put(PLAIN, plain);
            return new Content(byEncoding);
        });
    }

    private Optional<byte[]> bytes(String name) {
        try (var stream = BuiltSite.class.getResourceAsStream("/" + folder + "/" + name)) {
            return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] packed(byte[] plain) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static @Nullable String typeOf(String name) {
        var ending = endingOf(name);
        var text = TEXTS.get(ending);
        return text != null ? text : BINARIES.get(ending);
    }

    private static String endingOf(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
