package io.streamverse.server.delivery;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.streamverse.testkit.Stage;
import io.streamverse.testkit.bench.Measurement;
import io.streamverse.testkit.bench.Rounds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Segments from our server beside the same bytes as a static file from nginx; how often a cache has what a session
/// asks for.
@Tag("bench")
class DeliveryRateIT {
    private static final int ROUNDS = 5;
    private static final int CONNECTIONS = 8;
    private static final int REQUESTS = 60;
    private static final Duration LONG = Duration.ofMinutes(30);
    private static final Stage STAGE = Stage.shared();
    private static final Film FILM = Film.of(STAGE, STAGE.tenant(), 1_000_000);

    @TempDir
    static Path folder;

    @Test
    void segmentsLeaveNearlyAsFastAsFilesFromNginx() throws Exception {
        Files.write(Files.createDirectories(folder.resolve("static")).resolve("1.m4s"), FILM.segment(1));
        var ours = URI.create(STAGE.server().getURI() + FILM.folder(LONG) + Film.VIDEO + "/1.m4s");
        try (var nginx = Edge.files(folder.resolve("static"))) {
            var theirs = URI.create(nginx.address() + "/1.m4s");
            rate(ours);
            rate(theirs);
            var rounds = new Rounds();
            for (int i = 0; i < ROUNDS; i++) {
                var round = new LinkedHashMap<String, Double>();
                round.put("nginx static MB/s", rate(theirs));
                round.put("segments MB/s", rate(ours));
                round.put("segments / nginx", round.get("segments MB/s") / round.get("nginx static MB/s"));
                rounds.add(round);
            }
            Measurement.report(
                    Measurement.atLeast("segments-of-nginx", rounds.median("segments / nginx"), "ratio", 0.7, rounds));
        }
    }

    @Test
    void sessionsThatWatchWhatOthersWatchAreServedByTheCache() throws Exception {
        var films = IntStream.range(0, 40)
                .mapToObj(_ -> Film.of(STAGE, FILM.tenant()))
                .toList();
        var random = new Random(5);
        var rounds = new Rounds();
        try (var edge = Edge.trafficServer(STAGE, folder.resolve("ats"))) {
            int hits = 0;
            int requests = 0;
            for (int session = 0; session < 2_000; session++) {
                var film = films.get(zipf(random, films.size()));
                var root = film.folder(LONG.plusSeconds(session));
                for (int number = 1; number <= 3; number++) {
                    for (var track : List.of(Film.VIDEO, Film.AUDIO)) {
                        var answer = edge.get(root + track + "/" + number + ".m4s");
                        requests++;
                        hits += answer.headers()
                                        .firstValue("X-Cache")
                                        .orElse("")
                                        .startsWith("hit")
                                ? 1
                                : 0;
                    }
                }
            }
            var round = new LinkedHashMap<String, Double>();
            round.put("requests", (double) requests);
            round.put("hits %", 100.0 * hits / requests);
            rounds.add(round);
        }

        Measurement.report(Measurement.atLeast("edge-hits", rounds.median("hits %"), "%", 95, rounds));
    }

    /// The film at place n is watched 1/n as often as the first.
    private static int zipf(Random random, int films) {
        double sum = IntStream.rangeClosed(1, films).mapToDouble(it -> 1.0 / it).sum();
        double drawn = random.nextDouble() * sum;
        int film = 0;
        while ((drawn -= 1.0 / (film + 1)) > 0 && film < films - 1) {
            film++;
        }
        return film;
    }

    private static double rate(URI address) throws Exception {
        var began = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            var readers = IntStream.range(0, CONNECTIONS)
                    .<Callable<Long>>mapToObj(_ -> () -> read(address))
                    .toList();
            long bytes = 0;
            for (var it : threads.invokeAll(readers)) {
                bytes += it.get();
            }
            return bytes / 1e6 / ((System.nanoTime() - began) / 1e9);
        }
    }

    /// One connection, request after request, as cheap as it gets.
    private static long read(URI address) {
        var request = "GET %s HTTP/1.1\r\nHost: %s\r\n\r\n"
                .formatted(address.getRawPath(), address.getAuthority())
                .getBytes(US_ASCII);
        var buffer = new byte[1 << 18];
        long body = 0;
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            for (int i = 0; i < REQUESTS; i++) {
                socket.getOutputStream().write(request);
                body += answer(socket, buffer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return body;
    }

    private static long answer(Socket socket, byte[] buffer) throws IOException {
        var in = socket.getInputStream();
        int have = 0;
        int head = -1;
        while (head < 0) {
            have += in.read(buffer, have, buffer.length - have);
            head = new String(buffer, 0, have, ISO_8859_1).indexOf("\r\n\r\n");
        }
        var lines = new String(buffer, 0, head, ISO_8859_1).toLowerCase(Locale.ROOT);
        if (!lines.startsWith("http/1.1 200")) {
            throw new IllegalStateException(lines);
        }
        int at = lines.indexOf("content-length: ") + "content-length: ".length();
        long length = Long.parseLong(lines.substring(at).split("\r", 2)[0].strip());
        long left = length - (have - head - 4);
        while (left > 0) {
            left -= in.read(buffer);
        }
        return length;
    }
}
