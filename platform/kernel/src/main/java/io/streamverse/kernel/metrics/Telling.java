package io.streamverse.kernel.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends spans by OpenTelemetry's protocol over HTTP, in the background. What does not fit while a collector is slow or
/// away is dropped and counted: nobody waits for it.
///
/// OpenTelemetry's own batches count what they drop by its own metrics only.
final class Telling implements SpanProcessor {
    private static final Logger LOG = LoggerFactory.getLogger(Telling.class);
    private static final int MOST_WAITING = 8_192;
    private static final int AT_ONCE = 512;
    private final BlockingQueue<ReadableSpan> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final SpanExporter exporter;
    private final Duration timeout;
    private final Counter dropped;
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("traces").factory(), new DiscardPolicy());
    private volatile boolean failing;

    Telling(OtlpConfig config, MeterRegistry metrics) {
        var otlp = OtlpHttpSpanExporter.builder()
                .setEndpoint(config.endpoint().toString().replaceAll("/+$", "") + "/v1/traces")
                .setTimeout(config.timeout());
        if (config.authorization() != null) {
            otlp.addHeader("Authorization", config.authorization());
        }
        exporter = otlp.build();
        timeout = config.timeout();
        dropped = Counter.builder("streamverse.traces.dropped")
                .description("Spans that the collector was not told, or did not take")
                .register(metrics);
        var pause = config.every().toMillis();
        var _ = thread.scheduleWithFixedDelay(this::tell, pause, pause, TimeUnit.MILLISECONDS);
    }

    @Override
    public void onEnd(ReadableSpan span) {
        if (!span.getSpanContext().isSampled()) {
            return;
        }
        if (!waiting.offer(span)) {
            dropped.increment();
        } else if (waiting.size() == AT_ONCE) {
            thread.execute(this::tell);
        }
    }

    private void tell() {
        var batch = new ArrayList<ReadableSpan>();
        do {
            batch.clear();
            waiting.drainTo(batch, AT_ONCE);
        } while (!batch.isEmpty() && isTaken(batch));
    }

    private boolean isTaken(List<ReadableSpan> batch) {
        var spans = batch.stream().map(ReadableSpan::toSpanData).toList();
        var result = exporter.export(spans).join(timeout.toMillis(), TimeUnit.MILLISECONDS);
        if (!result.isSuccess()) {
            dropped.increment(spans.size());
            if (!failing) {
                LOG.warn(
                        "The collector takes no traces, which are dropped until it does", result.getFailureThrowable());
            }
        }
        failing = !result.isSuccess();
        return result.isSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
        thread.shutdown();
        try {
            if (thread.awaitTermination(2 * timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                tell();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        dropped.increment(waiting.size());
        return exporter.shutdown();
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {}

    @Override
    public boolean isStartRequired() {
        return false;
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }
}
