package io.streamverse.worker.encode;

import io.streamverse.media.plan.Accelerator;
import io.streamverse.worker.work.Desk;
import java.time.Duration;

/// The time on the wall that a graphics card is taken; that of processors is told by their own clocks.
final class Stopwatch {
    private final Accelerator accelerator;
    private final Desk desk;
    private long toldAt = System.nanoTime();

    Stopwatch(Accelerator accelerator, Desk desk) {
        this.accelerator = accelerator;
        this.desk = desk;
    }

    void tell() {
        if (accelerator == Accelerator.GPU) {
            var ms = Duration.ofNanos(System.nanoTime() - toldAt).toMillis();
            desk.busy(accelerator, ms);
            toldAt += Duration.ofMillis(ms).toNanos();
        }
    }
}
