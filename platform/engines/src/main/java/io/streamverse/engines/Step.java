package io.streamverse.engines;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/// Something a person waits for; speaks only when it outlasts a second.
public final class Step {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private Step() {}

    public static <T> T timed(String name, Progress progress, Supplier<T> work) {
        var started = System.nanoTime();
        var notice = Thread.ofVirtual().start(() -> announce(name, progress));
        try {
            var result = work.get();
            var elapsed = Duration.ofNanos(System.nanoTime() - started);
            if (elapsed.compareTo(PATIENCE) > 0) {
                progress.line(String.format(Locale.ROOT, "%s: done in %.1f s", name, elapsed.toMillis() / 1000.0));
            }
            return result;
        } finally {
            notice.interrupt();
        }
    }

    private static void announce(String name, Progress progress) {
        try {
            Thread.sleep(PATIENCE);
            progress.line(name + " ...");
        } catch (InterruptedException _) {
            // The step was over within its second.
        }
    }
}
