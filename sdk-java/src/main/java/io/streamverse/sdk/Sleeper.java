package io.streamverse.sdk;

import java.time.Duration;

/** Waits between two attempts; tests do not. */
interface Sleeper {
    void sleep(Duration pause) throws InterruptedException;
}
