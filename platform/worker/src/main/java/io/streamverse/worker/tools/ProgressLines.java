package io.streamverse.worker.tools;

import io.streamverse.worker.work.WorkFailure;

/// FFmpeg writes a block of lines `key=value`, and `progress=…` closes it.
final class ProgressLines implements Tool.Lines {
    private final Tool.Follower follower;
    private long frames;
    private long outTimeUs;

    ProgressLines(Tool.Follower follower) {
        this.follower = follower;
    }

    @Override
    public void line(String line) throws WorkFailure, InterruptedException {
        var value = line.substring(line.indexOf('=') + 1);
        if (line.startsWith("frame=")) {
            frames = number(value, frames);
        } else if (line.startsWith("out_time_us=")) {
            outTimeUs = number(value, outTimeUs);
        } else if (line.startsWith("progress=")) {
            follower.at(new Progress(frames, outTimeUs));
        }
    }

    /// Before the first packet it says N/A.
    private static long number(String value, long otherwise) {
        return value.matches("-?[0-9]{1,18}") ? Long.parseLong(value) : otherwise;
    }
}
