package io.streamverse.worker.corpus;

import java.util.Locale;

/// 320x180, 30 frames a second and 4 seconds long, H.264 and AAC in mono, where the name says nothing else.
public enum Clip {
    LANDSCAPE("mp4"),
    PORTRAIT("mp4"),
    /// Lies on its side; to be shown as 180x320.
    ROTATED("mp4"),
    /// 160x180 pixels that are twice as wide as high.
    ANAMORPHIC("mp4"),
    FPS_23_976("mp4"),
    FPS_24("mp4"),
    FPS_25("mp4"),
    FPS_29_97("mp4"),
    FPS_50("mp4"),
    FPS_60("mp4"),
    /// 60 frames in the first half of a second, every other one in the second half.
    VARIABLE("mp4"),
    ODD("webm"),
    SILENT("mp4"),
    SOUND("m4a"),
    /// Sound with a cover, which is a picture but no film.
    COVER("m4a"),
    /// English, then French a third higher, which is the default; English captions.
    LANGUAGES("mkv"),
    SURROUND("mp4"),
    HDR_PQ("mp4"),
    HDR_HLG("mp4"),
    /// 25 frames of two fields, upper one first.
    INTERLACED("ts"),
    /// Woven of two fields, but says nothing of it.
    SECRETLY_INTERLACED("mp4"),
    /// One keyframe in all.
    LONG_GOP("mp4"),
    B_FRAMES("mp4"),
    /// Frames before a keyframe, in the order of showing, need it.
    OPEN_GOP("ts"),
    /// Begins with frame 45: those before it are there, but not to be shown.
    EDIT_LIST("mp4"),
    MKV("mkv"),
    MOV("mov"),
    TS("ts"),
    WEBM("webm"),
    AVI("avi"),
    /// What says where everything lies comes first.
    FAST_START("mp4"),
    EIGHT_K("mp4"),
    /// Says 7680x4320; its pictures are 320x180.
    EIGHT_K_HEADER("mp4"),
    /// Without what says where everything lies.
    TRUNCATED("mp4"),
    /// The second half is not there.
    CUT("mp4"),
    CUT_MKV("mkv"),
    SCRATCHED("mp4"),
    GARBAGE("mp4"),
    TEXT("mp4"),
    PICTURE("png"),
    PLAYLIST("m3u8"),
    CONCAT("mp4"),
    EMPTY("mp4"),
    ENCRYPTED("mp4"),
    ONE_PIXEL("mkv"),
    TOO_WIDE("mkv"),
    /// A few kilobytes that ask for a gigabyte a picture.
    BOMB("mkv"),
    MANY_STREAMS("mkv"),
    TOO_SHORT("mp4"),
    /// Two frames, 30 hours apart.
    TOO_LONG("mkv"),
    TOO_FAST("mkv"),
    CAPTIONS_ALONE("mkv"),
    /// Begins at 100 s. Captions of every kind: English for the deaf, German, French, forced English, Spanish that are
    /// broken, Japanese that are pictures.
    CAPTIONED("mkv"),
    CAPTIONED_MP4("mp4"),
    MONO_44100("mp4"),
    STEREO_96000("mkv"),
    SEVEN_ONE("mp4"),
    TEN_BIT_422("mp4"),
    FULL_RANGE("mov"),
    ALPHA("mov"),
    /// Has a cover beside its film.
    COVERED("mp4"),
    /// MPEG-2, 25 frames of two fields.
    PROGRAM_STREAM("vob"),
    WMV("wmv"),
    FLV("flv"),
    FPS_1("mp4"),
    FPS_120("mp4"),
    /// Begins at five and a half hours.
    LATE("ts"),
    /// Its clock, which has 33 bits, begins anew after 1.7 seconds.
    WRAPPED("ts"),
    /// A second in the middle has no pictures.
    GAP("mkv"),
    /// Its pictures end after 2.5 seconds.
    LONG_SOUND("mp4"),
    /// Its sound ends after 2 seconds.
    SHORT_SOUND("mkv"),
    /// A smaller film beside it.
    TWO_FILMS("mkv"),
    TIMECODE("mov"),
    CHAPTERS("mp4"),
    /// One picture for all of the sound.
    STILL("mp4"),
    GIF("gif"),
    APNG("png");

    private final String extension;

    Clip(String extension) {
        this.extension = extension;
    }

    String fileName() {
        return name().toLowerCase(Locale.ROOT) + "." + extension;
    }
}
