package io.streamverse.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Closed loop over keep-alive connections from one thread, cheap enough to leave the processors to the server: each
/// connection sends its next request when the answer to the last one is whole.
record Load(InetSocketAddress server, int connections) {

    record Rate(double perSecond, Duration median, Duration p99) {}

    /// Request after request from the list, in turn over all connections.
    Rate run(List<Request> requests, Duration length) {
        var exchanges = new ArrayList<Exchange>();
        try (var selector = Selector.open()) {
            for (int i = 0; i < connections; i++) {
                exchanges.add(new Exchange(server, selector));
            }
            return drive(selector, exchanges, requests, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            exchanges.forEach(Exchange::close);
        }
    }

    private static Rate drive(Selector selector, List<Exchange> exchanges, List<Request> requests, Duration length)
            throws IOException {
        var taken = new long[1 << 20];
        int count = 0;
        var began = System.nanoTime();
        for (var exchange : exchanges) {
            exchange.send(requests.get(count++ % requests.size()));
        }
        int next = count;
        count = 0;
        while (System.nanoTime() - began < length.toNanos()) {
            selector.select(1_000);
            for (SelectionKey key : selector.selectedKeys()) {
                var exchange = (Exchange) key.attachment();
                if (exchange.answered()) {
                    taken[count++ % taken.length] = exchange.nanos();
                    exchange.send(requests.get(next++ % requests.size()));
                }
            }
            selector.selectedKeys().clear();
        }
        return rate(Arrays.copyOf(taken, Math.min(count, taken.length)), count, System.nanoTime() - began);
    }

    private static Rate rate(long[] taken, int count, long nanos) {
        if (count == 0) {
            throw new IllegalStateException("Nothing was answered");
        }
        Arrays.sort(taken);
        return new Rate(
                count * 1e9 / nanos,
                Duration.ofNanos(taken[taken.length / 2]),
                Duration.ofNanos(taken[taken.length * 99 / 100]));
    }
}
