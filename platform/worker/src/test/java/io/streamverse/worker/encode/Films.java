package io.streamverse.worker.encode;

import io.streamverse.media.ladder.Codec;
import io.streamverse.media.plan.VideoTrack;
import io.streamverse.media.source.FrameRate;
import io.streamverse.media.source.VideoInfo;
import io.streamverse.media.source.VideoInfo.Range;
import io.streamverse.worker.tools.TestTools;
import io.streamverse.worker.tools.Tools;
import io.streamverse.worker.work.WorkFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Films whose frames show their own number, as 16 bars that are black or white.
final class Films {
    static final FrameRate PAL = new FrameRate(25, 1);
    private static final int BITS = 16;

    private Films() {}

    static Path make(Path folder, String name, FrameRate rate, int frames, String... options) throws Exception {
        var file = folder.resolve(name);
        var picture =
                "nullsrc=size=320x180:rate=%s,geq=lum='if(mod(floor(N/pow(2,floor(X/20))),2),220,30)':cb=128:cr=128"
                        .formatted(rate);
        var all = new ArrayList<>(List.of("-v", "error", "-f", "lavfi", "-i", picture));
        all.addAll(List.of("-frames:v", String.valueOf(frames)));
        all.addAll(List.of(options));
        all.addAll(List.of("-y", Tools.file(file)));
        run(folder, all);
        return file;
    }

    static void run(Path folder, List<String> arguments) throws WorkFailure, InterruptedException {
        TestTools.tools().ffmpeg(arguments).in(folder).run().orFail();
    }

    static List<Integer> numbers(Path film) throws Exception {
        var folder = Files.createTempDirectory("numbers");
        var raw = folder.resolve("raw");
        run(
                folder,
                List.of(
                        "-v",
                        "error",
                        "-i",
                        Tools.file(film),
                        "-fps_mode",
                        "passthrough",
                        "-vf",
                        "scale=%d:1:flags=area,format=gray".formatted(BITS),
                        "-f",
                        "rawvideo",
                        Tools.file(raw)));
        return numbers(Files.readAllBytes(raw));
    }

    private static List<Integer> numbers(byte[] rows) throws IOException {
        var numbers = new ArrayList<Integer>();
        for (int row = 0; row < rows.length; row += BITS) {
            int number = 0;
            for (int bit = 0; bit < BITS; bit++) {
                number |= (rows[row + bit] & 0xff) > 128 ? 1 << bit : 0;
            }
            numbers.add(number);
        }
        return numbers;
    }

    static VideoInfo info(FrameRate rate, long frames) {
        return new VideoInfo(0, "h264", 320, 180, rate, false, frames, 0, Range.SDR, false, 8);
    }

    static VideoTrack track(Codec codec, int width, int height, FrameRate rate) {
        var gop = Math.toIntExact(rate.framesIn(2));
        var id = "v-%s-%d".formatted(codec.label(), height);
        return new VideoTrack(id, codec, width, height, rate, gop, 2 * gop, 200, 300, false);
    }
}
