package io.streamverse.media.source;

import org.jspecify.annotations.Nullable;

/// Captions that came inside the file. `title` is what the file calls them, `notTaken` why viewers do not get them.
public record CaptionInfo(
        int stream,
        String codec,
        String language,
        boolean forced,
        boolean hearingImpaired,
        @Nullable String title,
        @Nullable String notTaken) {
    public CaptionInfo refused(String why) {
        return new CaptionInfo(stream, codec, language, forced, hearingImpaired, title, why);
    }
}
