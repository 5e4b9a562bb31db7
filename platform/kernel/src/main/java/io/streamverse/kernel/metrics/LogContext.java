package io.streamverse.kernel.metrics;

import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.core.propagation.ThreadPropagatedContextElement;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/// What every log line of this work says: request, tenant, environment, trace. Follows the work over threads.
public record LogContext(Map<String, String> words) implements ThreadPropagatedContextElement<@Nullable LogContext> {
    private static final ThreadLocal<@Nullable LogContext> IN_FORCE = new ThreadLocal<>();

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

    /// Propagation nests several times in a request: only a change of words is worth copying a map for.
    @Override
    public @Nullable LogContext updateThreadContext() {
        var before = IN_FORCE.get();
        if (!equals(before)) {
            IN_FORCE.set(this);
            MDC.setContextMap(words);
        }
        return before;
    }

    @Override
    public void restoreThreadContext(@Nullable LogContext before) {
        if (equals(before)) {
            return;
        }
        if (before == null) {
            IN_FORCE.remove();
            MDC.clear();
        } else {
            IN_FORCE.set(before);
            MDC.setContextMap(before.words);
        }
    }
}
