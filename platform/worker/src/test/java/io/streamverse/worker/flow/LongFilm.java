package io.streamverse.worker.flow;

import io.streamverse.worker.tools.TestTools;
import io.streamverse.worker.tools.Tools;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// 63 seconds, as long as a film must be to be cut into chunks; frames tell their numbers as those of the corpus do.
enum LongFilm {
    MATROSKA("mkv", 63, "-c:v libx264 -preset veryfast -g 100 -bf 3 -c:a aac"),
    TRANSPORT_STREAM("ts", 63, "-c:v libx264 -preset veryfast -g 250 -keyint_min 250 -bf 3 -c:a aac"),
    /// Its last chunk has no picture of its own.
    STILL_HEARD("ts", 30, "-c:v libx264 -preset veryfast -g 250 -keyint_min 250 -c:a aac");

    private static final int FRAMES_A_SECOND = 24;
    private static final int SECONDS = 63;
    private final String extension;
    private final int shown;
    private final String codecs;

    LongFilm(String extension, int seconds, String codecs) {
        this.extension = extension;
        this.shown = seconds * FRAMES_A_SECOND;
        this.codecs = codecs;
    }

    /// What is to be seen in each.
    List<Integer> frames() {
        return IntStream.range(0, SECONDS * FRAMES_A_SECOND)
                .map(it -> Math.min(it, shown - 1))
                .boxed()
                .toList();
    }

    Path make(Path folder) throws Exception {
        var file = folder.resolve(name() + "." + extension);
        var picture = "nullsrc=size=16x1:rate=24,geq=lum='if(mod(floor(N/pow(2,X)),2),220,30)':cb=128:cr=128,"
                + "scale=320:180:flags=neighbor,trim=end_frame=" + shown;
        var sound = "sine=frequency=300:sample_rate=48000:duration=" + SECONDS;
        var arguments =
                new ArrayList<>(List.of("-v", "error", "-f", "lavfi", "-i", picture, "-f", "lavfi", "-i", sound));
        arguments.addAll(List.of(codecs.split(" ")));
        arguments.addAll(List.of("-y", Tools.file(file)));
        TestTools.tools().ffmpeg(arguments).in(folder).run().orFail();
        return file;
    }
}
