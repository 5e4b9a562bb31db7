package io.streamverse.kernel.metrics;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/// The W3C trace this code works for, carried in the logging context.
public final class Trace {
    public static final String PARENT = "traceparent";
    public static final String TRACE_ID = "traceId";
    static final int FLAGS = 53;

    private Trace() {}

    public static @Nullable String parent() {
        return MDC.get(PARENT);
    }

    /// Until it is closed, what this thread does belongs to that trace. Then to the one before.
    public static Scope enter(@Nullable String traceparent) {
        if (traceparent == null || !valid(traceparent)) {
            return () -> {};
        }
        var before = parent();
        put(traceparent);
        return () -> put(before);
    }

    private static void put(@Nullable String traceparent) {
        if (traceparent == null) {
            MDC.remove(PARENT);
            MDC.remove(TRACE_ID);
        } else {
            MDC.put(PARENT, traceparent);
            MDC.put(TRACE_ID, traceparent.substring(3, 35));
        }
    }

    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }

    /// Whether a collector hears of it: its caller said so, and nobody left it out since.
    static boolean isTold(String traceparent) {
        return valid(traceparent) && (Character.digit(traceparent.charAt(FLAGS + 1), 16) & 1) == 1;
    }

    static boolean valid(String traceparent) {
        return traceparent.length() == 55
                && traceparent.startsWith("00-")
                && traceparent.chars().allMatch(c -> c == '-' || Character.digit(c, 16) >= 0);
    }
}
