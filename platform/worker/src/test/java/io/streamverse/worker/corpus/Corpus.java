package io.streamverse.worker.corpus;

import io.streamverse.worker.tools.TestTools;
import io.streamverse.worker.tools.Tools;
import io.streamverse.worker.work.WorkFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Small clips of every sort, made when first asked for and then kept in `target`. In each picture the lowest sixth is
/// the frame's number in 16 bits, lowest bit left, white for 1; the uppermost is white for the first tenth of each
/// second and black otherwise; during that tenth a tone of 1 kHz sounds.
public final class Corpus {
    private static final Path FOLDER = Path.of("target", "corpus").toAbsolutePath();

    private Corpus() {}

    public static synchronized Path file(Clip clip) throws InterruptedException {
        var file = FOLDER.resolve(clip.fileName());
        if (!Files.exists(file)) {
            make(clip, file);
        }
        return file;
    }

    private static void make(Clip clip, Path file) throws InterruptedException {
        try {
            Files.createDirectories(FOLDER);
            var unfinished = Files.createTempDirectory(FOLDER, "part").resolve(clip.fileName());
            Menu.recipe(clip).cook(unfinished);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            Files.delete(FOLDER.resolve(FOLDER.relativize(unfinished).getName(0)));
        } catch (IOException | WorkFailure e) {
            throw new IllegalStateException(clip + " cannot be made", e);
        }
    }

    /// Makes the file at the place it is given.
    interface Recipe {
        void cook(Path file) throws IOException, WorkFailure, InterruptedException;
    }

    static Recipe ffmpeg(List<String> inputs, List<String> options) {
        return file -> {
            var all = new ArrayList<>(List.of("-v", "error"));
            all.addAll(inputs);
            all.addAll(options);
            all.add(Tools.file(file));
            var outcome = TestTools.tools()
                    .ffmpeg(all)
                    .in(Path.of("/tmp"))
                    .within(Duration.ofMinutes(2))
                    .run();
            if (!outcome.done()) {
                throw new IOException(String.join(" ", all) + "\n" + outcome.log());
            }
        };
    }
}
