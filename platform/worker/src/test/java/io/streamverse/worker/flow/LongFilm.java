package io.streamverse.worker.flow;

import io.streamverse.worker.tools.TestTools;
import io.streamverse.worker.tools.Tools;
import java.nio.file.Path;
import java.util.List;

/// As long as a film must be to be cut into chunks; frames tell their numbers as those of the corpus do.
final class LongFilm {
    static final int FRAMES = 63 * 24;

    private LongFilm() {}

    static Path make(Path folder) throws Exception {
        var file = folder.resolve("long.mkv");
        TestTools.tools()
                .ffmpeg(List.of(
                        "-v",
                        "error",
                        "-f",
                        "lavfi",
                        "-i",
                        "nullsrc=size=16x1:rate=24,geq=lum='if(mod(floor(N/pow(2,X)),2),220,30)':cb=128:cr=128,"
                                + "scale=320:180:flags=neighbor",
                        "-f",
                        "lavfi",
                        "-i",
                        "sine=frequency=300",
                        "-frames:v",
                        String.valueOf(FRAMES),
                        "-shortest",
                        "-c:v",
                        "libx264",
                        "-preset",
                        "veryfast",
                        "-g",
                        "100",
                        "-bf",
                        "3",
                        "-c:a",
                        "aac",
                        "-y",
                        Tools.file(file)))
                .in(folder)
                .run()
                .orFail();
        return file;
    }
}
