package io.streamverse.server.storefront;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.streamverse.kernel.problem.NotFound;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What player-sdk built, from the class path. Most of it lies there compressed too.
@Singleton
class Files {
    private static final String FOLDER = "/storefront/";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,99}");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "json", "application/json",
            "woff2", "font/woff2");
    private static final Map<String, String> ENCODINGS = Map.of("br", ".br", "gzip", ".gz");
    /// Only what there is: names that nobody built are no reason to remember anything.
    private final Map<String, byte[]> read = new ConcurrentHashMap<>();

    /// One whose name changes with what is in it.
    HttpResponse<byte[]> asset(HttpRequest<?> http, String name) {
        var type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null || !NAME.matcher(name).matches()) {
            throw unknown(name);
        }
        return answer(http, "assets/" + name, type)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable");
    }

    /// One that keeps its name, and so is asked for anew each time.
    MutableHttpResponse<byte[]> page(HttpRequest<?> http, String name) {
        var type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        return answer(http, name, String.valueOf(type)).header(HttpHeaders.CACHE_CONTROL, "no-cache");
    }

    private MutableHttpResponse<byte[]> answer(HttpRequest<?> http, String path, String type) {
        var accepted = String.valueOf(http.getHeaders().get(HttpHeaders.ACCEPT_ENCODING));
        var encoding = accepted.contains("br") ? "br" : accepted.contains("gzip") ? "gzip" : "identity";
        var small = find(path + ENCODINGS.getOrDefault(encoding, ""));
        var content = small.or(() -> find(path)).orElseThrow(() -> unknown(path));
        return HttpResponse.ok(content)
                .contentType(MediaType.of(type))
                .header(HttpHeaders.CONTENT_ENCODING, small.isPresent() ? encoding : "identity")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .header("X-Content-Type-Options", "nosniff");
    }

    private Optional<byte[]> find(String path) {
        return Optional.ofNullable(read.computeIfAbsent(path, Files::load));
    }

    private static byte @Nullable [] load(String path) {
        try (var content = Files.class.getResourceAsStream(FOLDER + path)) {
            return content == null ? null : content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NotFound unknown(String name) {
        return new NotFound("storefront.file.unknown", "file " + name);
    }
}
