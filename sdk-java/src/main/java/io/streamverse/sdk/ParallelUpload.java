package io.streamverse.sdk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLongArray;

/** A file over several connections, each with a part of it; the platform joins them. */
final class ParallelUpload {
    private static final Map<String, String> PARTIAL = Map.of("Upload-Concat", "partial");

    private final Transport transport;
    private final FileSpan whole;
    private final UploadOptions options;
    private final AtomicLongArray sent;

    ParallelUpload(Transport transport, FileSpan whole, UploadOptions options) {
        this.transport = transport;
        this.whole = whole;
        this.options = options;
        this.sent = new AtomicLongArray(options.parallel());
    }

    String run() throws IOException {
        var threads = Executors.newFixedThreadPool(options.parallel());
        try {
            var parts = new ArrayList<Future<String>>();
            for (int i = 0; i < options.parallel(); i++) {
                int number = i;
                parts.add(threads.submit(() -> send(number)));
            }
            return new Tus(transport)
                    .join(addresses(parts), ResumedUpload.headers(whole.file(), options))
                    .assetId();
        } finally {
            threads.shutdownNow();
        }
    }

    private String send(int number) {
        long first = whole.bytes() * number / options.parallel();
        long end = whole.bytes() * (number + 1) / options.parallel();
        var begun = new Tus(transport).create(end - first, PARTIAL);
        new Sending(transport, options).send(begun, whole.part(first, end - first), bytes -> tell(number, bytes));
        return begun.address();
    }

    private synchronized void tell(int number, long bytes) {
        sent.set(number, bytes);
        long sum = 0;
        for (int i = 0; i < sent.length(); i++) {
            sum += sent.get(i);
        }
        options.progress().sent(sum, whole.bytes());
    }

    private static List<String> addresses(List<Future<String>> parts) {
        var addresses = new ArrayList<String>();
        for (var part : parts) {
            try {
                addresses.add(part.get());
            } catch (ExecutionException e) {
                throw e.getCause() instanceof StreamVerseException failure
                        ? failure
                        : new IllegalStateException("A part was not sent", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw ConnectionException.interrupted(new Call("PATCH", "/v1/uploads", "", null), e);
            }
        }
        return addresses;
    }
}
