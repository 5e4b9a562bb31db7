package io.streamverse.kernel.app;

/// How log lines look: `logback.xml` asks STREAMVERSE_LOG, `text` or `json`, and then what is said here.
final class Logs {
    private Logs() {}

    /// Before the first line is logged.
    static void asJson() {
        System.setProperty("streamverse.log", "json");
    }
}
