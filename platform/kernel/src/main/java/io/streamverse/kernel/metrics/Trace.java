package io.streamverse.kernel.metrics;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/// The W3C trace this code works for, carried in the logging context.
public final class Trace {
    public static final String PARENT = "traceparent";
    public static final String TRACE_ID = "traceId";

    private Trace() {}

    public static @Nullable String parent() {
        return MDC.get(PARENT);
    }

    static boolean valid(String traceparent) {
        return traceparent.length() == 55
                && traceparent.startsWith("00-")
                && traceparent.chars().allMatch(c -> c == '-' || Character.digit(c, 16) >= 0);
    }
}
