package io.streamverse.bench;

import com.sun.net.httpserver.HttpServer;
import io.streamverse.testkit.bench.Measurement;
import io.streamverse.testkit.bench.Rounds;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How fast a file arrives, beside the least that can be done with it: a server that writes the body into a file and
/// syncs it.
@Tag("bench")
class UploadIT {
    private static final int MEGABYTE = 1 << 20;
    private static final int MEGABYTES = 512;
    private static final int ROUNDS = 3;
    private static final Path DATA = StandaloneProcess.newFolder();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static StandaloneProcess standalone;
    private static HttpServer sink;
    private static Path film;
    private static String key;

    @BeforeAll
    static void start() throws IOException {
        standalone = StandaloneProcess.start(DATA);
        key = standalone.newTenant("bench-upload");
        film = film();
        sink = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        sink.createContext("/", exchange -> {
            try (var file =
                    FileChannel.open(DATA.resolve("sink"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                exchange.getRequestBody().transferTo(Channels.newOutputStream(file));
                file.force(true);
            }
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        sink.start();
    }

    @AfterAll
    static void stop() {
        sink.stop(0);
        standalone.close();
        StandaloneProcess.discard(DATA);
    }

    @Test
    void anUploadKeepsUpWithABareSink() throws Exception {
        var rounds = new Rounds();
        for (int i = 0; i < ROUNDS; i++) {
            var round = new LinkedHashMap<String, Double>();
            var bare = rate(URI.create(
                    "http://127.0.0.1:%d/".formatted(sink.getAddress().getPort())));
            var cpu = standalone.processes().cpuSeconds();
            var tus = rate(begin());
            round.put("bare sink MB/s", bare);
            round.put("upload MB/s", tus);
            round.put("upload cpu s per GB", (standalone.processes().cpuSeconds() - cpu) * 1024 / MEGABYTES);
            round.put("upload / bare", tus / bare);
            rounds.add(round);
        }

        Measurement.report(Measurement.atLeast("upload-rate", rounds.median("upload / bare"), "ratio", 0.25, rounds));
    }

    private static double rate(URI address) throws Exception {
        var began = System.nanoTime();
        var request = tus(address)
                .header("Upload-Offset", "0")
                .header("Content-Type", "application/offset+octet-stream")
                .method("PATCH", BodyPublishers.ofFile(film));
        expect(204, request);
        return MEGABYTES / ((System.nanoTime() - began) / 1e9);
    }

    private static URI begin() throws Exception {
        var endpoint = standalone.address("/v1/uploads");
        var request = tus(endpoint)
                .header("Upload-Length", String.valueOf((long) MEGABYTES * MEGABYTE))
                .POST(BodyPublishers.noBody());
        return endpoint.resolve(
                expect(201, request).headers().firstValue("Location").orElseThrow());
    }

    private static HttpRequest.Builder tus(URI address) {
        return HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + key)
                .header("Tus-Resumable", "1.0.0");
    }

    private static HttpResponse<String> expect(int status, HttpRequest.Builder request) throws Exception {
        var answer = CLIENT.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != status) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return answer;
    }

    private static Path film() throws IOException {
        var film = DATA.resolve("film.mp4");
        var megabyte = new byte[MEGABYTE];
        try (var file = FileChannel.open(film, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var random = new Random(4);
            for (int i = 0; i < MEGABYTES; i++) {
                random.nextBytes(megabyte);
                file.write(ByteBuffer.wrap(megabyte));
            }
        }
        return film;
    }
}
