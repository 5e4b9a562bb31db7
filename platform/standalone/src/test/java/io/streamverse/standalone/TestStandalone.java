package io.streamverse.standalone;

import io.streamverse.engines.Engines;
import java.net.URI;
import java.nio.file.Path;

/// The standalone in this JVM, on a fresh folder and any free port, until the JVM ends.
public final class TestStandalone {
    public static final String OPERATOR_KEY = "operator-key-of-the-flows-0123456789";
    private static final Path DATA = Path.of("target", "standalone").toAbsolutePath();

    private TestStandalone() {}

    public static URI url() {
        return URI.create("http://localhost:" + Shared.STANDALONE.port());
    }

    private static Standalone start() {
        if (DATA.toFile().exists()) {
            Engines.discard(DATA);
        }
        var settings = new Settings(0, DATA, OPERATOR_KEY, "localhost", 0, false, "on", 1);
        var standalone = new Standalone(settings, _ -> {});
        standalone.start();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(standalone::close));
        return standalone;
    }

    /// Holds nothing else: engines that start call back, and code of a class that is being initialised would wait.
    private static final class Shared {
        static final Standalone STANDALONE = start();
    }
}
