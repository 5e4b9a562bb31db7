package io.streamverse.testkit.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// Closed loop over keep-alive connections from one thread, cheap enough to leave the processors to the server: each
/// connection sends its next request when the answer to the last one is whole.
public record Load(InetSocketAddress server, int connections) {

    /// `refused`: how many of the answers, as a share of all.
    public record Rate(double perSecond, Duration median, Duration p99, double refused) {
        private Rate demandNoneRefused() {
            if (refused > 0) {
                throw new IllegalStateException("Refused: " + refused);
            }
            return this;
        }
    }

    /// Request after request from the list, in turn over all connections.
    public Rate run(List<Request> requests, Duration length) {
        return on(connections -> drive(connections, requests, length)).demandNoneRefused();
    }

    /// So many a second, whether those before have been answered or not: what has to wait for a connection counts from
    /// when it was due.
    public Rate pace(List<Request> requests, double perSecond, Duration length) {
        return flood(requests, perSecond, length).demandNoneRefused();
    }

    /// The same by somebody who may be told that it is too much.
    public Rate flood(List<Request> requests, double perSecond, Duration length) {
        return on(connections -> pace(connections, requests, perSecond, length));
    }

    private interface Driver {
        Rate drive(Connections connections) throws IOException;
    }

    private record Connections(Selector selector, List<Exchange> all) {
        /// Each whose answer is whole.
        void answered(long millis, Answered then) throws IOException {
            selector.select(millis);
            for (SelectionKey key : selector.selectedKeys()) {
                var exchange = (Exchange) key.attachment();
                if (exchange.answered()) {
                    then.accept(exchange);
                }
            }
            selector.selectedKeys().clear();
        }
    }

    private interface Answered {
        void accept(Exchange exchange) throws IOException;
    }

    private Rate on(Driver driver) {
        var exchanges = new ArrayList<Exchange>();
        try (var selector = Selector.open()) {
            for (int i = 0; i < connections; i++) {
                exchanges.add(new Exchange(server, selector));
            }
            return driver.drive(new Connections(selector, exchanges));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            exchanges.forEach(Exchange::close);
        }
    }

    private static Rate drive(Connections connections, List<Request> requests, Duration length) throws IOException {
        var taken = new Taken();
        var next = new Turn(requests);
        var began = System.nanoTime();
        for (var exchange : connections.all()) {
            exchange.send(next.request());
        }
        while (System.nanoTime() - began < length.toNanos()) {
            connections.answered(1_000, exchange -> {
                taken.add(exchange);
                exchange.send(next.request());
            });
        }
        return taken.rate(System.nanoTime() - began);
    }

    private static Rate pace(Connections connections, List<Request> requests, double perSecond, Duration length)
            throws IOException {
        var taken = new Taken();
        var next = new Turn(requests);
        var idle = new ArrayDeque<>(connections.all());
        var began = System.nanoTime();
        while (System.nanoTime() - began < length.toNanos()) {
            var due = began + (long) (next.count() * 1e9 / perSecond);
            if (!idle.isEmpty() && due <= System.nanoTime()) {
                idle.remove().send(next.request(), due);
                continue;
            }
            connections.answered(1, exchange -> {
                taken.add(exchange);
                idle.add(exchange);
            });
        }
        return taken.rate(System.nanoTime() - began);
    }
}
