package io.streamverse.browser;

import com.sun.net.httpserver.HttpExchange;
import io.streamverse.media.index.ByteRange;
import io.streamverse.media.index.CmafFile;
import io.streamverse.media.index.IndexTrack;
import io.streamverse.media.index.Scheme;
import io.streamverse.media.manifest.Dash;
import io.streamverse.media.manifest.Hls;
import io.streamverse.media.manifest.KeyLines;
import io.streamverse.media.manifest.Programme;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;

/// The film encrypted under a key that is no secret, with manifests, segments, key and licence, all from a page's
/// server.
final class PackagedFilm {
    static final String KEY_ID = "00112233445566778899aabbccddeeff";
    static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final String IV = "000102030405060708090a0b0c0d0e0f";
    private static final String LICENCE = """
            {"keys": [{"kty": "oct", "kid": "ABEiM0RVZneImaq7zN3u_w", "k": "ASNFZ4mrze8BI0VniavN7w"}], "type": "temporary"}
            """;
    private static final Path FILM = Path.of("src/test/resources/film.mp4").toAbsolutePath();
    private static final Path PACKAGER =
            Path.of("../../node_modules/shaka-packager/bin/packager-linux-x64").toAbsolutePath();
    private final Page page;
    private final Path folder;
    private final String root;
    private final Programme programme;

    PackagedFilm(Page page, Path parent, Scheme scheme, KeyLines lines) throws IOException, InterruptedException {
        this.page = page;
        this.root = "/%s-%s/".formatted(scheme.label(), lines);
        this.folder = Files.createDirectory(parent.resolve(scheme.label() + "-" + lines));
        var tracks = List.of(track("v-h264-180", "video", scheme), track("a-en-64", "audio", scheme));
        this.programme = new Programme(tracks, List.of(), null, lines, 0, false);
        page.at(root, this::answer);
    }

    String manifest(String file) {
        return page.address().replace("/page.html", root + "w/" + file);
    }

    String licenceServer() {
        return page.address().replace("/page.html", root + "licence/clearkey");
    }

    private IndexTrack track(String id, String stream, Scheme scheme) throws IOException, InterruptedException {
        var file = folder.resolve(id + ".mp4");
        var key = "label=:key_id=%s:key=%s%s".formatted(KEY_ID, KEY, scheme == Scheme.CBCS ? ":iv=" + IV : "");
        var packager = new ProcessBuilder(
                        PACKAGER.toString(),
                        "in=%s,stream=%s,output=%s".formatted(FILM, stream, file),
                        "--enable_raw_key_encryption",
                        "--keys",
                        key,
                        "--protection_scheme",
                        scheme.label(),
                        "--clear_lead",
                        "0",
                        "--segment_duration",
                        "2",
                        "--quiet")
                .inheritIO()
                .start();
        if (packager.waitFor() != 0) {
            throw new AssertionError("The packager failed");
        }
        return CmafFile.read(file, id, stream.equals("audio") ? "en" : "und");
    }

    private void answer(HttpExchange exchange) throws IOException {
        var parts = exchange.getRequestURI().getPath().substring(root.length()).split("/");
        switch (parts[0]) {
            case "w" ->
                Page.answer(
                        exchange, 200, type(parts[1]), manifestText(parts[1]).getBytes(StandardCharsets.UTF_8));
            case "keys" ->
                Page.answer(
                        exchange,
                        parts[1].equals(KEY_ID) ? 200 : 404,
                        "application/octet-stream",
                        HexFormat.of().parseHex(KEY));
            case "licence" -> Page.answer(exchange, 200, "application/json", LICENCE.getBytes(StandardCharsets.UTF_8));
            default -> Page.answer(exchange, 200, "video/mp4", media(parts[0], parts[1]));
        }
    }

    private static String type(String file) {
        return file.endsWith(".mpd") ? "application/dash+xml" : "application/vnd.apple.mpegurl";
    }

    private String manifestText(String file) {
        return switch (file) {
            case "main.mpd" -> Dash.manifest(programme);
            case "main.m3u8" -> Hls.multivariant(programme);
            default -> {
                var name = file.replace(".m3u8", "");
                var track = programme.track(name.replace(".iframes", "")).orElseThrow();
                yield name.endsWith(".iframes") ? Hls.iFrames(programme, track) : Hls.media(programme, track);
            }
        };
    }

    private byte[] media(String id, String file) throws IOException {
        var track = programme.track(id).orElseThrow();
        var range = range(track, file);
        var bytes = new byte[Math.toIntExact(range.bytes())];
        try (var media = new RandomAccessFile(folder.resolve(id + ".mp4").toFile(), "r")) {
            media.seek(range.from());
            media.readFully(bytes);
        }
        return bytes;
    }

    private static ByteRange range(IndexTrack track, String file) {
        return file.equals("init.mp4")
                ? track.info().init()
                : track.segments().range(Integer.parseInt(file.replace(".m4s", "")));
    }
}
