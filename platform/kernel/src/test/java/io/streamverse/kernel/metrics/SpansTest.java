package io.streamverse.kernel.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.SpanKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpansTest {
    private static final URI NOWHERE = URI.create("http://127.0.0.1:1");
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String CALLER = "00-" + TRACE + "-b7ad6b7169203331-01";
    private static final String CALLER_OF_NONE = "00-" + TRACE + "-b7ad6b7169203331-00";
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @Test
    void withoutACollectorWorkGoesOnBeneathItsCaller() {
        var spans = new Spans(null, management(), metrics);

        try (var span = spans.answering("GET", CALLER)) {
            assertThat(span.traceparent()).isEqualTo(CALLER);
        }
        assertThat(metrics.getMeters()).isEmpty();
    }

    @Test
    void whatACallerWantsUntoldStaysUntold() {
        var spans = telling(NOWHERE, 1);

        var span = spans.answering("GET", CALLER_OF_NONE);
        var beneath = spans.beneath(span.traceparent(), SpanKind.PRODUCER, "send media.v1");

        assertThat(span.traceparent()).startsWith("00-" + TRACE).endsWith("-00");
        assertThat(beneath.traceparent()).isEqualTo(span.traceparent());
        spans.close();
    }

    @Test
    void everyProgramTellsTheSameShareOfTheTraces() {
        var one = telling(NOWHERE, 0.5);
        var other = telling(NOWHERE, 0.5);
        var callers = IntStream.range(0, 200)
                .mapToObj(i -> CALLER.replace(TRACE, "%016x%016x".formatted(i + 1, i * 0x9E3779B97F4A7C15L)))
                .toList();

        assertThat(told(one, callers)).isEqualTo(told(other, callers)).hasSizeBetween(60, 140);
    }

    @Test
    void whatIsNoTraceBeginsOne() {
        var spans = telling(NOWHERE, 1);

        assertThat(spans.answering("GET", "00-'; DROP TABLE title; --").traceparent())
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[13]");
        assertThat(spans.beneath("what is none", SpanKind.CLIENT, "SELECT").traceparent())
                .isEqualTo("what is none");
        spans.close();
    }

    @Test
    void spansThatACollectorDoesNotTakeAreCounted() {
        var spans = telling(NOWHERE, 1);

        spans.answering("GET", null).close();
        spans.close();

        assertThat(dropped()).isOne();
    }

    @Test
    void nobodyWaitsForACollectorThatDoesNotAnswer() throws IOException {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var spans = telling(URI.create("http://127.0.0.1:" + silent.getLocalPort()), 1);

            IntStream.range(0, 20_000).forEach(_ -> spans.answering("GET", null).close());

            assertThat(dropped()).isGreaterThan(10_000);
            spans.close();
            assertThat(dropped()).isEqualTo(20_000);
        }
    }

    private double dropped() {
        return metrics.get("streamverse.traces.dropped").counter().count();
    }

    private static List<String> told(Spans spans, List<String> callers) {
        var told = callers.stream()
                .filter(it ->
                        String.valueOf(spans.answering("GET", it).traceparent()).endsWith("-01"))
                .toList();
        spans.close();
        return told;
    }

    private Spans telling(URI collector, double share) {
        return new Spans(
                new OtlpConfig(collector, null, share, Duration.ofHours(1), Duration.ofMillis(200)),
                management(),
                metrics);
    }

    private static ManagementConfig management() {
        return new ManagementConfig("tests", -1);
    }
}
