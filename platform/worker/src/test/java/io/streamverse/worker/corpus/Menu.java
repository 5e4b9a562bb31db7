package io.streamverse.worker.corpus;

/// Which clip is made how.
final class Menu {
    private Menu() {}

    static Corpus.Recipe recipe(Clip clip) {
        return switch (clip) {
            case LANDSCAPE -> Recipes.film("30", "");
            case PORTRAIT -> Recipes.film(Scene.picture(180, 320, "30"), "");
            case ROTATED -> Recipes.rotated();
            case ANAMORPHIC -> Recipes.film(Scene.picture(160, 180, "30", ",setsar=2"), "");
            case FPS_23_976 -> Recipes.film("24000/1001", "");
            case FPS_24 -> Recipes.film("24", "");
            case FPS_25 -> Recipes.film("25", "");
            case FPS_29_97 -> Recipes.film("30000/1001", "");
            case FPS_50 -> Recipes.film("50", "");
            case FPS_60 -> Recipes.film("60", "");
            case VARIABLE ->
                Recipes.film(
                        Scene.picture(320, 180, "60", ",select='lt(mod(n,60),30)+not(mod(n,2))'"), "-fps_mode vfr");
            case ODD ->
                Recipes.film(
                        Scene.picture(321, 181, "30"), "-c:v libvpx-vp9 -deadline realtime -cpu-used 8 -c:a libopus");
            case SILENT -> Recipes.silent("30", "");
            case SOUND -> Recipes.sound("");
            case COVER -> Recipes.cover();
            case LANGUAGES -> Recipes.languages();
            case SURROUND -> Recipes.surround();
            case HDR_PQ -> Recipes.hdr("smpte2084");
            case HDR_HLG -> Recipes.hdr("arib-std-b67");
            case INTERLACED ->
                Recipes.film(
                        Scene.picture(320, 180, "50", ",tinterlace=interleave_top,setfield=tff"),
                        "-flags +ilme+ildct -x264opts tff=1");
            case SECRETLY_INTERLACED ->
                Recipes.film(Scene.picture(320, 180, "50", ",tinterlace=interleave_top,setfield=prog"), "");
            case LONG_GOP -> Recipes.film("30", "-g 999 -sc_threshold 0");
            case B_FRAMES -> Recipes.film("30", "-preset veryfast -bf 3 -b_strategy 0");
            case OPEN_GOP -> Recipes.film("30", "-preset veryfast -bf 3 -x264opts open-gop=1:keyint=30");
            case EDIT_LIST -> Recipes.remade(Clip.B_FRAMES, "-ss 1.5", "");
            case MKV -> Recipes.film("30", "");
            case MOV -> Recipes.film("30", "-c:v prores_ks -profile:v proxy -pix_fmt yuv422p10le -c:a pcm_s16le");
            case TS -> Recipes.film("30", "");
            case WEBM -> Recipes.film("30", "-c:v libvpx -deadline realtime -cpu-used 8 -b:v 500k -c:a libopus");
            case AVI -> Recipes.film("30", "-c:v mpeg4 -q:v 3 -c:a libmp3lame");
            case FAST_START -> Recipes.remade(Clip.LANDSCAPE, "", "-movflags +faststart");
            case EIGHT_K ->
                Recipes.film(Scene.picture(320, 180, "5", ",scale=7680:4320:flags=neighbor"), "-t 0.6 -crf 35");
            case EIGHT_K_HEADER -> Damage.resized(Clip.LANDSCAPE, 7680, 4320);
            case TRUNCATED -> Damage.cut(Clip.LANDSCAPE, 0.6);
            case CUT -> Damage.cut(Clip.FAST_START, 0.5);
            case CUT_MKV -> Damage.cut(Clip.MKV, 0.5);
            case SCRATCHED -> Damage.scratched(Clip.FAST_START);
            case GARBAGE -> Damage.noise();
            case TEXT -> Damage.text("This is a letter, not a film.\n".repeat(100));
            case PICTURE -> Recipes.still();
            case PLAYLIST ->
                Damage.text("#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:4,\nLANDSCAPE.mp4\n#EXT-X-ENDLIST\n");
            case CONCAT -> Damage.text("ffconcat version 1.0\nfile LANDSCAPE.mp4\n");
            case EMPTY -> Damage.text("");
            case ENCRYPTED ->
                Recipes.film(
                        "30",
                        "-encryption_scheme cenc-aes-ctr -encryption_key 76a6c65c5ea762046bd749a2e632ccbb"
                                + " -encryption_kid a7e61c373e219033c21091fa607bf3b8");
            case ONE_PIXEL -> Recipes.blank("1x1", "25", "-c:v ffv1 -t 1");
            case TOO_WIDE -> Recipes.blank("16384x64", "25", "-c:v ffv1 -t 0.2");
            case BOMB -> Recipes.blank("8192x8192", "25", "-c:v ffv1 -t 0.08");
            case MANY_STREAMS -> Recipes.manyStreams();
            case TOO_SHORT -> Recipes.film("30", "-t 0.06");
            case TOO_LONG ->
                Recipes.blank("64x64", "1", "-c:v ffv1 -frames:v 2 -vf setpts=N*108000/TB -fps_mode passthrough");
            case TOO_FAST -> Recipes.blank("64x64", "1000", "-c:v ffv1 -t 0.5");
            case CAPTIONS_ALONE -> Recipes.captions();
            case CAPTIONED -> Subtitled.inEveryWay();
            case CAPTIONED_MP4 -> Subtitled.asText();
            case MONO_44100 -> Recipes.film("30", "-ar 44100 -ac 1");
            case STEREO_96000 -> Recipes.film("30", "-c:a flac -ar 96000 -ac 2");
            case SEVEN_ONE -> Recipes.film("30", "-af pan=7.1|FL=c0|FR=c0|FC=c0|BL=c0|BR=c0|SL=c0|SR=c0 -b:a 512k");
            case TEN_BIT_422 -> Recipes.film("30", "-pix_fmt yuv422p10le -profile:v high422");
            case FULL_RANGE -> Recipes.film("30", "-c:v mjpeg -pix_fmt yuvj420p -q:v 3 -c:a pcm_s16le");
            case ALPHA ->
                Recipes.film(
                        Scene.picture(320, 180, "30", ",format=yuva444p10le"),
                        "-t 2 -c:v prores_ks -profile:v 4444 -pix_fmt yuva444p10le -c:a pcm_s16le");
            case COVERED -> Recipes.covered();
            case PROGRAM_STREAM ->
                Recipes.film(
                        Scene.picture(320, 180, "50", ",tinterlace=interleave_top,setfield=tff"),
                        "-c:v mpeg2video -q:v 3 -flags +ilme+ildct -c:a mp2 -b:a 192k");
            case WMV -> Recipes.film("30", "-c:v wmv2 -q:v 3 -c:a wmav2");
            case FLV -> Recipes.film("30", "-c:v flv1 -q:v 3 -c:a libmp3lame -ar 44100");
            case FPS_1 -> Recipes.film("1", "");
            case FPS_120 -> Recipes.film("120", "");
            case LATE -> Recipes.film("30", "-output_ts_offset 20000");
            case WRAPPED -> Recipes.film("30", "-output_ts_offset 95440.6");
            case GAP -> Recipes.film(Scene.picture(320, 180, "30", ",select='lt(t,1.5)+gte(t,2.5)'"), "-fps_mode vfr");
            case LONG_SOUND -> Recipes.film(Scene.picture(320, 180, "30", ",trim=end=2.5"), "");
            case SHORT_SOUND -> Recipes.film("30", "-af atrim=end=2");
            case TWO_FILMS -> Recipes.twoFilms();
            case TIMECODE -> Recipes.film("30", "-timecode 01:00:00:00");
            case CHAPTERS -> Recipes.chapters();
            case STILL -> Recipes.film(Scene.picture(320, 180, "30", ",trim=end=4,select='eq(n,0)'"), "-fps_mode vfr");
            case GIF -> Recipes.blank("64x64", "10", "-t 1");
            case APNG -> Recipes.blank("64x64", "10", "-t 1 -f apng");
        };
    }
}
