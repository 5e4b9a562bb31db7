package io.streamverse.worker.tools;

import java.util.List;
import java.util.stream.Stream;

/// What is brought along, and where it lies on the class path.
enum Program {
    FFMPEG("ffmpeg"),
    FFPROBE("ffprobe"),
    PACKAGER("packager-linux-x64");

    private static final String FFMPEG_BUILD = "/org/bytedeco/ffmpeg/linux-x86_64-gpl/";
    private static final List<String> LIBRARIES = List.of(
            "libavcodec.so.62",
            "libavdevice.so.62",
            "libavfilter.so.11",
            "libavformat.so.62",
            "libavutil.so.60",
            "libdrm.so.2",
            "libswresample.so.6",
            "libswscale.so.9",
            "libva-drm.so.2",
            "libva.so.2");
    private final String file;

    Program(String file) {
        this.file = file;
    }

    String file() {
        return file;
    }

    /// All that the programs consist of.
    static List<String> resources() {
        return Stream.concat(
                        Stream.concat(Stream.of(FFMPEG.file, FFPROBE.file), LIBRARIES.stream())
                                .map(FFMPEG_BUILD::concat),
                        Stream.of("/shaka-packager/bin/" + PACKAGER.file))
                .toList();
    }
}
