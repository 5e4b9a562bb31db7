package io.streamverse.worker.encode;

import io.streamverse.media.source.AudioInfo.Loudness;
import io.streamverse.media.work.Work;
import io.streamverse.worker.tools.TestTools;
import io.streamverse.worker.tools.Tools;
import io.streamverse.worker.work.Runner;
import java.nio.file.Path;
import java.util.List;

public final class TestEncode {
    private TestEncode() {}

    public static Runner<Work.Split> split() {
        return new SplitRunner(TestTools.tools());
    }

    public static Runner<Work.EncodeVideo> video() {
        return new VideoRunner(TestTools.tools());
    }

    public static Runner<Work.EncodeAudio> audio() {
        return new AudioRunner(TestTools.tools());
    }

    public static Loudness loudness(Path file) throws Exception {
        return MeasuredLoudness.in(TestTools.tools()
                .ffmpeg(List.of(
                        "-v",
                        "info",
                        "-i",
                        Tools.file(file),
                        "-map",
                        "0:a",
                        "-af",
                        "ebur128=peak=true:framelog=quiet",
                        "-f",
                        "null",
                        "-"))
                .run()
                .orFail()
                .log());
    }
}
