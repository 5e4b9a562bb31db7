package io.streamverse.flows;

import io.streamverse.sdk.model.Codec;
import io.streamverse.sdk.model.Protection;
import java.util.Collections;
import java.util.List;

/// Films of four seconds, as FFmpeg is asked for them.
public enum Reel {
    PORTRAIT(film("180x320", "30")),
    /// Its maker turns it on its side.
    ROTATED(film("320x180", "30")),
    /// VP9 and Opus.
    ODD(pictures("320x180", "30,scale=321:181") + sound(2)
            + "-c:v libvpx-vp9 -deadline realtime -cpu-used 8 -c:a libopus"),
    FILM_RATE(film("320x180", "24000/1001")),
    FPS_50(film("320x180", "50")),
    FPS_60(film("320x180", "60")),
    /// 60 frames a second in one half of each second, 30 in the other.
    VARIABLE(film("320x180", "60,select='lt(mod(n,60),30)+not(mod(n,2))'") + " -fps_mode vfr"),
    SILENT(pictures("320x180", "30") + "-c:v libx264 -preset ultrafast"),
    SOUND(sound(2) + "-c:a aac"),
    SURROUND(pictures("320x180", "30") + sound(6) + "-c:v libx264 -preset ultrafast -c:a aac"),
    /// English and French, and English captions.
    LANGUAGES(
            film("320x180", "30") + " -map 0 -map 1 -map 1 -metadata:s:a:0 language=eng -metadata:s:a:1 language=fra"),
    VP9(film("320x180", "30")),
    AV1(film("320x180", "30")),
    HEVC(film("320x180", "24000/1001"));

    private final String recipe;

    Reel(String recipe) {
        this.recipe = recipe;
    }

    List<String> recipe() {
        return List.of((recipe + " -t 4").split(" +"));
    }

    Codec codec() {
        return switch (this) {
            case VP9 -> Codec.VP9;
            case AV1 -> Codec.AV1;
            case HEVC -> Codec.HEVC;
            default -> Codec.H264;
        };
    }

    public Protection protection() {
        return switch (this) {
            case PORTRAIT -> Protection.CBCS;
            case FPS_50, VP9 -> Protection.CENC;
            case SURROUND -> Protection.BOTH;
            default -> Protection.NONE;
        };
    }

    private static String film(String size, String rate) {
        return pictures(size, rate) + sound(2) + "-c:v libx264 -preset ultrafast -c:a aac";
    }

    private static String pictures(String size, String rate) {
        return "-f lavfi -i testsrc2=size=%s:rate=%s ".formatted(size, rate);
    }

    private static String sound(int channels) {
        var one = "0.2*sin(880*PI*t)";
        var all = String.join("|", Collections.nCopies(channels, one));
        return "-f lavfi -i aevalsrc=%s:s=48000:c=%s ".formatted(all, channels == 2 ? "stereo" : "5.1");
    }
}
