package io.streamverse.worker.tools;

/// For what must be finished even by a thread that is told to stop.
final class Patience {
    interface Wait {
        void untilDone() throws InterruptedException;
    }

    private Patience() {}

    static void uninterrupted(Wait wait) {
        var interrupted = false;
        try {
            while (true) {
                try {
                    wait.untilDone();
                    return;
                } catch (InterruptedException _) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
