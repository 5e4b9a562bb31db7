package io.streamverse.sdk.cli;

import io.streamverse.sdk.AssetNotReadyException;
import io.streamverse.sdk.ConnectionException;
import io.streamverse.sdk.StreamVerse;
import io.streamverse.sdk.StreamVerseException;
import java.io.PrintStream;
import java.io.UncheckedIOException;

/** Uploads a file, shows how far it is, and says in plain words what went wrong. */
final class UploadCommand {
    private final Arguments arguments;
    private final PrintStream out;
    private final PrintStream err;
    private final ProgressLine line;

    UploadCommand(Arguments arguments, PrintStream out, PrintStream err) {
        this.arguments = arguments;
        this.out = out;
        this.err = err;
        this.line = new ProgressLine(err);
    }

    int run() {
        try {
            var client = StreamVerse.builder()
                    .apiKey(arguments.key())
                    .baseUrl(arguments.url())
                    .build();
            var asset = client.uploads()
                    .upload(arguments.file(), arguments.options().withProgress(line::show));
            line.end();
            out.println(asset);
            var patience = arguments.patience();
            if (patience != null) {
                err.println("Waiting until it can be played");
                client.assets().untilReady(asset, patience);
                err.println("Ready");
            }
            return Exit.DONE;
        } catch (AssetNotReadyException e) {
            return failed(e.detail(), Exit.NOT_READY);
        } catch (ConnectionException e) {
            return failed(
                    arguments.url() + " cannot be reached, or broke off: " + e.detail() + ". Call it again to go on.",
                    Exit.UNREACHABLE);
        } catch (StreamVerseException e) {
            var id = e.requestId() == null ? "" : ", request " + e.requestId();
            return failed(e.detail() + " (" + e.code() + id + ")", Exit.FAILED);
        } catch (UncheckedIOException e) {
            return failed("The file cannot be read: " + e.getMessage(), Exit.FAILED);
        } catch (IllegalArgumentException e) {
            return failed(String.valueOf(e.getMessage()), Exit.WRONG);
        }
    }

    private int failed(String why, int exit) {
        line.end();
        err.println(why);
        return exit;
    }
}
