package io.streamverse.sdk.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** {@code java -jar streamverse-sdk.jar upload film.mp4}. */
public final class Main {
    static final String USAGE = """
            Usage: java -jar streamverse-sdk.jar upload FILE [options]

              --url URL            where the platform is         (STREAMVERSE_URL, else http://localhost:8080)
              --key KEY            a key with media:write        (STREAMVERSE_KEY; better there than here, where others see it)
              --name NAME          what the asset is called      (else: as the file)
              --external-id ID     your own name for it
              --asset ID           the asset that waits for this file
              --parallel N         connections that send at once (1)
              --wait DURATION      wait until it can be played, 90s, 30m or 2h at most
              --no-resume          begin anew, and remember nothing for a next time

            The id of the asset goes to standard output, everything else to standard error.
            Exit codes: 0 done, 1 refused or failed, 2 called wrongly, 3 the platform cannot be reached, 4 not ready in time.
            """;

    private Main() {}

    /**
     * Runs the program and ends the JVM with its exit code.
     *
     * @param arguments as {@code --help} explains them
     */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.getenv(), System.out, System.err));
    }

    static int run(List<String> arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
        if (arguments.isEmpty() || arguments.contains("--help") || arguments.contains("-h")) {
            (arguments.isEmpty() ? err : out).print(USAGE);
            return arguments.isEmpty() ? Exit.WRONG : Exit.DONE;
        }
        try {
            return new UploadCommand(Arguments.read(arguments, environment), out, err).run();
        } catch (WrongUse e) {
            err.println(e.getMessage());
            err.println("Try --help.");
            return Exit.WRONG;
        }
    }
}
