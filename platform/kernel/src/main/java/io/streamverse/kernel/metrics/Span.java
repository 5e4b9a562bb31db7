package io.streamverse.kernel.metrics;

import io.opentelemetry.api.trace.StatusCode;
import org.jspecify.annotations.Nullable;

/// A stretch of work within a trace. It ends when it is closed.
public final class Span implements AutoCloseable {
    private final io.opentelemetry.api.trace.Span told;
    private final @Nullable String callers;

    private Span(io.opentelemetry.api.trace.Span told, @Nullable String callers) {
        this.told = told;
        this.callers = callers;
    }

    static Span of(io.opentelemetry.api.trace.Span told) {
        return new Span(told, null);
    }

    /// Of which nobody is told; what happens beneath it happens beneath its caller.
    static Span untold(@Nullable String callers) {
        return new Span(io.opentelemetry.api.trace.Span.getInvalid(), callers);
    }

    /// Of what happens beneath it.
    public @Nullable String traceparent() {
        var context = told.getSpanContext();
        return context.isValid()
                ? "00-" + context.getTraceId() + "-" + context.getSpanId() + "-"
                        + context.getTraceFlags().asHex()
                : callers;
    }

    public Span with(String attribute, @Nullable String value) {
        told.setAttribute(attribute, value);
        return this;
    }

    public Span with(String attribute, long value) {
        told.setAttribute(attribute, value);
        return this;
    }

    public void name(String name) {
        told.updateName(name);
    }

    public void failed() {
        told.setStatus(StatusCode.ERROR);
    }

    @Override
    public void close() {
        told.end();
    }
}
