package io.streamverse.kernel.metrics;

import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.core.propagation.ThreadPropagatedContextElement;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/// What every log line of this work says: request, tenant, environment, trace. Follows the work over threads.
public record LogContext(Map<String, String> words)
        implements ThreadPropagatedContextElement<@Nullable Map<String, String>> {

    public static void enter(
            MutablePropagatedContext context, Map<String, String> words, @Nullable String traceparent) {
        var all = new HashMap<>(words);
        if (traceparent != null && Trace.valid(traceparent)) {
            all.put(Trace.PARENT, traceparent);
            all.put(Trace.TRACE_ID, traceparent.substring(3, 35));
        }
        context.add(new LogContext(Map.copyOf(all)));
    }

    /// The same work, now known to belong to somebody.
    public static void add(MutablePropagatedContext context, Map<String, String> words) {
        var all = new HashMap<>(words);
        var known = context.getContext();
        if (known != null) {
            known.findAll(LogContext.class).toList().forEach(it -> {
                it.words().forEach(all::putIfAbsent);
                context.remove(it);
            });
        }
        context.add(new LogContext(Map.copyOf(all)));
    }

    @Override
    public @Nullable Map<String, String> updateThreadContext() {
        var before = MDC.getCopyOfContextMap();
        MDC.setContextMap(words);
        return before;
    }

    @Override
    public void restoreThreadContext(@Nullable Map<String, String> before) {
        if (before == null) {
            MDC.clear();
        } else {
            MDC.setContextMap(before);
        }
    }
}
