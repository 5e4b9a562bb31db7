package io.streamverse.worker.corpus;

import java.util.List;

/// What FFmpeg makes up: a picture that tells its number, and a tone at the full second.
final class Scene {
    private static final String CODE =
            "nullsrc=size=16x2:rate=%3$s,format=yuv444p,geq=lum='if(bitand(N,pow(2,X)),235,16)':cb=128:cr=128,"
                    + "scale=%1$d:%4$d:flags=neighbor[code]";
    private static final String PICTURE = "testsrc2=size=%1$dx%2$d:rate=%3$s,"
            + "drawbox=w=iw:h=ih/6:color=black:t=fill,"
            + "drawbox=w=iw:h=ih/6:color=white:t=fill:enable='lt(mod(t+0.0001,1),0.1)'[scene];"
            + "[scene][code]overlay=y=H-h:format=auto%5$s";
    private static final String TONE = "0.5*sin(2*PI*%d*t)*lt(mod(t,1),0.1)";

    private Scene() {}

    static List<String> picture(int width, int height, String rate) {
        return picture(width, height, rate, "");
    }

    /// `then` is a chain of filters that begins with a comma.
    static List<String> picture(int width, int height, String rate, String then) {
        var graph = (CODE + ";" + PICTURE).formatted(width, height, rate, Math.ceilDiv(height, 6), then);
        return List.of("-f", "lavfi", "-i", graph);
    }

    static List<String> sound() {
        return sound(1_000);
    }

    static List<String> sound(int hertz) {
        return List.of("-f", "lavfi", "-i", "aevalsrc='" + TONE.formatted(hertz) + "':s=48000:c=mono");
    }

    static List<String> surround() {
        var tone = TONE.formatted(1_000);
        var channels = String.join("|", List.of(tone, tone, tone, "0", tone, tone));
        return List.of("-f", "lavfi", "-i", "aevalsrc='" + channels + "':s=48000:c=5.1");
    }
}
