package io.streamverse.media.index;

import java.util.regex.Pattern;

/// What is the same for all of a track's segments. `id` is part of addresses; `media` is the key of its file in the
/// object store, empty until that is known; `language` is BCP 47. `init` is the range of `ftyp` and `moov`.
public record TrackInfo(
        String id,
        Content content,
        String codecs,
        String language,
        long timescale,
        ByteRange init,
        Encryption encryption,
        String media) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern CODECS = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.+-]{0,63}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8}){0,7}");
    private static final Pattern MEDIA = Pattern.compile("[\\x21-\\x7e]{0,1024}");

    public TrackInfo {
        demand(ID, id, "track id");
        demand(CODECS, codecs, "codecs string");
        demand(LANGUAGE, language, "language");
        demand(MEDIA, media, "object key");
        if (timescale < 1 || timescale > 0xffff_ffffL) {
            throw new IllegalArgumentException("No timescale: " + timescale);
        }
        if (init.bytes() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("No init segment is as long: " + init.bytes());
        }
    }

    TrackInfo in(String file) {
        return new TrackInfo(id, content, codecs, language, timescale, init, encryption, file);
    }

    private static void demand(Pattern pattern, String value, String what) {
        if (!pattern.matcher(value).matches()) {
            throw new IllegalArgumentException("No " + what + ": " + value);
        }
    }
}
