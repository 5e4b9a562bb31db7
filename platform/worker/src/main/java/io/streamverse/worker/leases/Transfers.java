package io.streamverse.worker.leases;

import io.streamverse.media.lease.OutputPlace;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/// Files to and from the object store, in parts, several at once, each part again where it failed.
@Singleton
class Transfers {
    private static final long PART = 16L << 20;
    private static final int AT_ONCE = 4;
    private static final int PIECE = 64 * 1024;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration OF_ONE_PART = Duration.ofMinutes(10);
    private static final int PARTIAL = 206;
    private static final int OK = 200;
    private static final int CREATED = 201;
    private final ServerApi server;
    private final Semaphore turns = new Semaphore(2 * AT_ONCE);

    Transfers(ServerApi server) {
        this.server = server;
    }

    /// Signs anew each time, since an address does not last.
    interface Signing {
        String address() throws IOException, InterruptedException;
    }

    private interface Part<T> {
        T move() throws IOException, InterruptedException;
    }

    void download(Signing signing, long bytes, Path file) throws IOException, InterruptedException {
        try (var target = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            var parts = new ArrayList<Part<Long>>();
            for (var first = 0L; first < bytes; first += PART) {
                var from = first;
                var to = Math.min(bytes, from + PART);
                parts.add(() -> Backoff.within(PATIENCE, () -> get(signing.address(), from, to, target)));
            }
            all(parts);
        }
    }

    /// The etags, in order.
    List<String> upload(OutputPlace place, String contentType, Path file) throws IOException, InterruptedException {
        var bytes = Files.size(file);
        var parts = new ArrayList<Part<String>>();
        for (var i = 0; i < place.urls().size(); i++) {
            var url = place.urls().get(i);
            var from = i * place.partBytes();
            var to = Math.min(bytes, from + place.partBytes());
            parts.add(() -> Backoff.within(PATIENCE, () -> put(url, contentType, file, from, to)));
        }
        return all(parts);
    }

    private long get(String address, long from, long to, FileChannel target) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.resolve(address))
                .timeout(OF_ONE_PART)
                .header("Range", "bytes=%d-%d".formatted(from, to - 1))
                .build();
        var answer = server.http().send(request, BodyHandlers.ofInputStream());
        try (var body = answer.body()) {
            demand(answer.statusCode(), answer.statusCode() == PARTIAL || (answer.statusCode() == OK && from == 0));
            var at = from;
            var piece = new byte[PIECE];
            for (var count = body.read(piece); count >= 0 && at < to; count = body.read(piece)) {
                for (var left = ByteBuffer.wrap(piece, 0, (int) Math.min(count, to - at)); left.hasRemaining(); ) {
                    at += target.write(left, at);
                }
            }
            if (at != to) {
                throw new IOException("The object broke off after %d bytes".formatted(at));
            }
            return at;
        }
    }

    private String put(String url, String contentType, Path file, long from, long to)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.resolve(url))
                .timeout(OF_ONE_PART)
                .header("Content-Type", contentType)
                .PUT(slice(file, from, to))
                .build();
        var answer = server.http().send(request, BodyHandlers.ofString());
        demand(answer.statusCode(), answer.statusCode() == OK || answer.statusCode() == CREATED);
        return answer.headers().firstValue("ETag").orElse("").replace("\"", "");
    }

    private static void demand(int status, boolean good) {
        if (!good) {
            throw new Refused(status, "by the object store");
        }
    }

    private static BodyPublisher slice(Path file, long from, long to) {
        if (to <= from) {
            return BodyPublishers.noBody();
        }
        return BodyPublishers.fromPublisher(
                BodyPublishers.ofInputStream(() -> {
                    try {
                        var channel = FileChannel.open(file).position(from);
                        return new Slice(Channels.newInputStream(channel), to - from);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }),
                to - from);
    }

    /// The first failure stops the others.
    private <T> List<T> all(List<Part<T>> parts) throws IOException, InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var moving = new ArrayList<Future<T>>();
            for (var part : parts) {
                moving.add(threads.submit(() -> inTurn(part)));
            }
            try {
                return results(moving);
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private <T> T inTurn(Part<T> part) throws IOException, InterruptedException {
        turns.acquire();
        try {
            return part.move();
        } finally {
            turns.release();
        }
    }

    private static <T> List<T> results(List<Future<T>> moving) throws IOException, InterruptedException {
        var results = new ArrayList<T>();
        for (var one : moving) {
            try {
                results.add(one.get());
            } catch (ExecutionException e) {
                if (e.getCause() instanceof Refused refusal) {
                    throw refusal;
                }
                throw e.getCause() instanceof IOException broken
                        ? broken
                        : new IOException("A part could not be moved", e.getCause());
            }
        }
        return results;
    }
}
