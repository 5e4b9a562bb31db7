package io.streamverse.server;

import static java.util.stream.Collectors.toMap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Takes traces by OpenTelemetry's protocol, as its collector does.
final class Collector implements AutoCloseable {
    private static final int OK = 200;
    private final HttpServer server;
    private final Queue<Told> told = new ConcurrentLinkedQueue<>();

    record Told(
            String service,
            Span.SpanKind kind,
            String name,
            String trace,
            String id,
            String parent,
            Map<String, String> attributes) {}

    Collector() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    List<Told> of(String trace) {
        return told.stream().filter(it -> it.trace.equals(trace)).toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            ExportTraceServiceRequest.parseFrom(exchange.getRequestBody())
                    .getResourceSpansList()
                    .forEach(this::keep);
            var answer = ExportTraceServiceResponse.getDefaultInstance().toByteArray();
            exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(OK, answer.length == 0 ? -1 : answer.length);
        }
    }

    private void keep(ResourceSpans from) {
        var service = from.getResource().getAttributesList().stream()
                .filter(it -> it.getKey().equals("service.name"))
                .map(it -> it.getValue().getStringValue())
                .findFirst()
                .orElse("");
        from.getScopeSpansList().stream()
                .flatMap(it -> it.getSpansList().stream())
                .map(it -> new Told(
                        service,
                        it.getKind(),
                        it.getName(),
                        hex(it.getTraceId().toByteArray()),
                        hex(it.getSpanId().toByteArray()),
                        hex(it.getParentSpanId().toByteArray()),
                        it.getAttributesList().stream().collect(toMap(KeyValue::getKey, Collector::text))))
                .forEach(told::add);
    }

    private static String text(KeyValue attribute) {
        var value = attribute.getValue();
        return value.hasIntValue() ? String.valueOf(value.getIntValue()) : value.getStringValue();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
