package io.streamverse.media.work;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.streamverse.media.source.MediaInfo;
import java.util.List;
import java.util.Map;

/// What a finished task made; the tasks that wait for it read it.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(Done.Fetched.class),
    @JsonSubTypes.Type(Done.Analysed.class),
    @JsonSubTypes.Type(Done.Pieces.class),
    @JsonSubTypes.Type(Done.Encoded.class),
    @JsonSubTypes.Type(Done.Packed.class),
    @JsonSubTypes.Type(Done.Pictured.class)
})
public sealed interface Done {
    record Fetched(Output original, String sha256) implements Done {}

    /// With the captions inside the file that viewers can get, as WebVTT whose moment 0 is the film's.
    record Analysed(MediaInfo media, List<CaptionFile> captions) implements Done {}

    record CaptionFile(int stream, Output text, int cues) {}

    /// By the chunk's number.
    record Pieces(Map<Integer, Output> pieces) implements Done {}

    /// By the track's id. Outputs of several chunks are in order when sorted by name. `outputMs` is how long each of
    /// them plays; that of all chunks adds up to the film's.
    record Encoded(Map<String, Output> tracks, long outputMs) implements Done {}

    /// One rendition of the track's id or, with both kinds of protection, two: `v-h264-1080-cenc` and
    /// `v-h264-1080-cbcs`.
    /// Each has its part of the segment index, which knows the media's object key already.
    record Packed(List<Rendition> renditions) implements Done {}

    record Rendition(String track, Output media, Output index) {}

    /// `storyboard` is WebVTT that names the sprites.
    record Pictured(Output storyboard, List<Output> sprites, List<Output> posters) implements Done {}
}
