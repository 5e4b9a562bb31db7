package io.streamverse.sdk.cli;

import java.io.PrintStream;
import java.util.Locale;

/** One line that is written over and over, a few times a second. */
final class ProgressLine {
    private static final long EVERY_NANOS = 200_000_000;
    private static final double MEGABYTE = 1e6;
    private final PrintStream screen;
    private final long began = System.nanoTime();
    private long shownAt = began - EVERY_NANOS;
    private long first = -1;
    private boolean shown;

    ProgressLine(PrintStream screen) {
        this.screen = screen;
    }

    synchronized void show(long sent, long total) {
        long now = System.nanoTime();
        first = first < 0 ? sent : first;
        if (now - shownAt < EVERY_NANOS && sent < total) {
            return;
        }
        shownAt = now;
        shown = true;
        double rate = (sent - first) / MEGABYTE / Math.max((now - began) / 1e9, 0.001);
        screen.printf(
                Locale.ROOT,
                "\r%3d %%  %.1f of %.1f MB  %.1f MB/s ",
                total == 0 ? 100 : sent * 100 / total,
                sent / MEGABYTE,
                total / MEGABYTE,
                rate);
        screen.flush();
    }

    synchronized void end() {
        if (shown) {
            screen.println();
            shown = false;
        }
    }
}
