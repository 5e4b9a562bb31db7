package io.streamverse.standalone;

import io.streamverse.engines.EngineFailure;
import java.io.PrintStream;

public final class Main {
    private Main() {}

    public static void main(String[] args) {
        PrintStream out = System.out;
        try {
            var standalone = Standalone.start(Settings.from(System.getenv()), line -> out.println("  " + line));
            Runtime.getRuntime().addShutdownHook(new Thread(standalone::close, "stop"));
            out.println("StreamVerse is ready at " + standalone.url());
        } catch (StartFailure | EngineFailure e) {
            out.println("StreamVerse does not start: " + e.getMessage());
            System.exit(1);
        } catch (RuntimeException e) {
            org.slf4j.LoggerFactory.getLogger(Main.class).error("StreamVerse does not start", e);
            System.exit(1);
        }
    }
}
