package io.streamverse.worker.analyse;

import io.streamverse.worker.work.WorkFailure;
import java.util.Locale;

/// Why a source cannot be played. The code is what programs read, the sentence what its owner reads.
enum Refusal {
    NOT_A_VIDEO(
            "This is neither a video nor a sound file that can be read (%s): send MP4, MOV, MKV, WebM, MPEG-TS, AVI,"
                    + " MXF, MP3, FLAC, WAV or the like."),
    ENCRYPTED("The file is encrypted: send it without DRM."),
    TRUNCATED("The file ends before its time (%s): upload it again, or export it anew."),
    DAMAGED("The file is damaged (%s): export it anew."),
    DURATION("The file lasts %s: send one of 0.1 seconds to 24 hours."),
    DIMENSIONS("The picture has %s pixels: send one of 16x16 to 8192 pixels a side and 36 million in all."),
    FRAME_RATE("The film has %s frames a second: send one with at most 240."),
    TOO_MANY_TRACKS("The file has %s tracks: keep those you need, at most 64."),
    NO_TRACKS("The file has neither pictures nor sound (%s): send one that has."),
    UNSUPPORTED_CODEC("Nothing here reads %s: send H.264, HEVC, AV1, VP9, ProRes or another common codec.");

    private final String sentence;

    Refusal(String sentence) {
        this.sentence = sentence;
    }

    WorkFailure because(double number, String text, String log) {
        return because(String.format(Locale.ROOT, text, number), log);
    }

    WorkFailure because(Object what, String log) {
        var code = "media.source." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        return WorkFailure.permanent(code, sentence.formatted(what), log);
    }
}
