package io.streamverse.browser;

import com.sun.net.httpserver.HttpExchange;
import io.streamverse.kernel.storage.LocalObjectStore;
import io.streamverse.kernel.storage.ObjectKey;
import io.streamverse.kernel.storage.Range;
import io.streamverse.media.index.ByteRange;
import io.streamverse.media.index.IndexTrack;
import io.streamverse.media.index.SegmentIndex;
import io.streamverse.standalone.TestStandalone;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Stands in for an edge: manifests come from the server, segments out of the object store by way of the index.
final class Edge {
    private static final String ROOT = "/URISigningPackage=none/m/";
    private static final Pattern ADDRESS = Pattern.compile(ROOT
            + "(?<space>ten_[a-z0-9]+)/(?<asset>ast_[a-z0-9]+)/(?<version>[0-9]+)/(?<folder>[^/]+)/(?<file>[^/]+)");
    private static final Pattern SEGMENT = Pattern.compile("(?<number>[0-9]+)(?<iFrame>\\.i)?\\.m4s");
    private static final Path OBJECTS =
            Path.of("target", "standalone", "objects").toAbsolutePath();
    private final LocalObjectStore store = new LocalObjectStore(OBJECTS, new byte[32], InstantSource.system());
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, SegmentIndex> indexes = new ConcurrentHashMap<>();
    private final Page page;

    Edge(Page page) {
        this.page = page;
        page.at(ROOT, this::answer);
    }

    String manifest(String tenant, String asset, int version, String variant, String file) {
        return page.address()
                .replace("/page.html", ROOT + "%s/%s/%d/%s/%s".formatted(tenant, asset, version, variant, file));
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var address = ADDRESS.matcher(path);
        if (exchange.getRequestMethod().equals("OPTIONS")) {
            Page.answer(exchange, 204, "text/plain", new byte[0]);
        } else if (path.endsWith(".m3u8") || path.endsWith(".mpd")) {
            manifest(exchange, path);
        } else if (address.matches()) {
            media(exchange, address);
        } else {
            Page.answer(exchange, 404, "text/plain", new byte[0]);
        }
    }

    private void manifest(HttpExchange exchange, String path) throws IOException {
        try {
            var request =
                    HttpRequest.newBuilder(TestStandalone.url().resolve(path)).build();
            var answer = http.send(request, BodyHandlers.ofByteArray());
            var type = answer.headers().firstValue("Content-Type").orElse("");
            Page.answer(exchange, answer.statusCode(), type, answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void media(HttpExchange exchange, Matcher address) throws IOException {
        var index = indexes.computeIfAbsent(
                "%s/live/indexes/%s/%s"
                        .formatted(address.group("space"), address.group("asset"), address.group("version")),
                key -> SegmentIndex.read(store.read(new ObjectKey(key))));
        var track = index.track(address.group("folder"));
        if (track.isEmpty()) {
            Page.answer(exchange, 404, "text/plain", new byte[0]);
            return;
        }
        var range = range(track.get(), address.group("file"));
        try (var content = store.get(
                new ObjectKey(track.get().info().media()), Range.of(range.from(), range.from() + range.bytes() - 1))) {
            Page.answer(exchange, 200, "video/mp4", content.stream().readAllBytes());
        }
    }

    private static ByteRange range(IndexTrack track, String file) {
        var segment = SEGMENT.matcher(file);
        if (!segment.matches()) {
            return track.info().init();
        }
        int number = Integer.parseInt(segment.group("number"));
        return segment.group("iFrame") == null
                ? track.segments().range(number)
                : track.segments().iFrame(number);
    }
}
