package io.streamverse.standalone;

import io.streamverse.engines.EngineFailure;
import io.streamverse.kernel.app.StartFailure;
import io.streamverse.standalone.demo.Demo;
import java.io.PrintStream;
import java.net.URI;
import java.util.List;
import org.slf4j.LoggerFactory;

/// Started by Launcher, once it knows that this JVM can read it.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        PrintStream out = System.out;
        try {
            if (List.of(args).equals(List.of("rehearse"))) {
                out.println("Rehearsed: " + Rehearsal.hold());
                return;
            }
            OwnOptions.ensure();
            run(Settings.from(System.getenv()), out);
        } catch (StartFailure | EngineFailure e) {
            out.println("StreamVerse does not start. " + e.getMessage());
            System.exit(1);
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(Main.class).error("StreamVerse does not start", e);
            System.exit(1);
        }
    }

    private static Demo demo(Settings settings, Standalone standalone, PrintStream out) {
        return new Demo(
                URI.create("http://127.0.0.1:" + standalone.port()),
                "http://%s.%s:%d".formatted(Demo.SLUG, settings.baseDomain(), standalone.port()),
                settings.knownOperatorKey(),
                settings.data().resolve("demo"),
                standalone.tools(),
                line -> out.println("  " + line));
    }

    private static void run(Settings settings, PrintStream out) {
        var standalone = new Standalone(settings, line -> out.println("  " + line));
        Runtime.getRuntime().addShutdownHook(new Thread(standalone::close, "stop"));
        try {
            standalone.start();
            out.print(Banner.of(settings, standalone));
            if (settings.demo()) {
                demo(settings, standalone, out).start();
            }
        } catch (RuntimeException e) {
            if (!standalone.isStopping()) {
                throw e;
            }
        }
    }
}
