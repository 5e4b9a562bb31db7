package io.streamverse.kernel.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanLimits;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Tells a collector what happens within traces; where there is none, nothing is made and nothing kept.
@Singleton
public final class Spans {
    private static final int LONGEST_ATTRIBUTE = 2_000;
    private static final Logger ITS_OWN_WORDS = Logger.getLogger("io.opentelemetry");
    private final @Nullable SdkTracerProvider provider;

    Spans(@Nullable OtlpConfig config, ManagementConfig management, MeterRegistry metrics) {
        provider = config == null ? null : provider(config, management.app(), metrics);
    }

    /// A share is chosen by the trace's id, so that every program chooses the same traces. OpenTelemetry warns of that,
    /// since libraries of other languages may choose otherwise.
    private static SdkTracerProvider provider(OtlpConfig config, String app, MeterRegistry metrics) {
        ITS_OWN_WORDS.setLevel(Level.OFF);
        var share = Sampler.traceIdRatioBased(config.share());
        return SdkTracerProvider.builder()
                .setResource(Resource.builder()
                        .put("service.name", "streamverse-" + app)
                        .build())
                .setSampler(Sampler.parentBasedBuilder(share)
                        .setRemoteParentSampled(share)
                        .build())
                .setSpanLimits(SpanLimits.builder()
                        .setMaxAttributeValueLength(LONGEST_ATTRIBUTE)
                        .build())
                .addSpanProcessor(new Telling(config, metrics))
                .build();
    }

    public boolean areTold() {
        return provider != null;
    }

    /// Of a request, beneath its caller's span; one without begins a trace.
    public Span answering(String name, @Nullable String traceparent) {
        return provider == null
                ? Span.untold(traceparent)
                : begun(provider, SpanKind.SERVER, name, traceparent == null ? Context.root() : within(traceparent));
    }

    /// Beneath what this thread works for.
    public Span calling(String name) {
        return provider == null ? Span.untold(null) : beneath(Trace.parent(), SpanKind.CLIENT, name);
    }

    public Span beneath(@Nullable String traceparent, SpanKind kind, String name) {
        return provider == null || traceparent == null || !Trace.isTold(traceparent)
                ? Span.untold(traceparent)
                : begun(provider, kind, name, within(traceparent));
    }

    private static Span begun(SdkTracerProvider provider, SpanKind kind, String name, Context parent) {
        return Span.of(provider.get("io.streamverse")
                .spanBuilder(name)
                .setSpanKind(kind)
                .setParent(parent)
                .startSpan());
    }

    private static Context within(String traceparent) {
        if (!Trace.valid(traceparent)) {
            return Context.root();
        }
        return Context.root()
                .with(io.opentelemetry.api.trace.Span.wrap(SpanContext.createFromRemoteParent(
                        traceparent.substring(3, 35),
                        traceparent.substring(36, 52),
                        TraceFlags.fromHex(traceparent, Trace.FLAGS),
                        TraceState.getDefault())));
    }

    @PreDestroy
    void close() {
        if (provider != null) {
            provider.close();
        }
    }
}
