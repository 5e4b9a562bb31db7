package io.streamverse.media.work;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.streamverse.media.plan.Accelerator;
import io.streamverse.media.plan.AudioTrack;
import io.streamverse.media.plan.Chunk;
import io.streamverse.media.plan.Protection;
import io.streamverse.media.plan.VideoTrack;
import io.streamverse.media.source.VideoInfo;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One task of a job, as small as may be lost. `source` is the key of the original in the object store.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(Work.Fetch.class),
    @JsonSubTypes.Type(Work.Analyse.class),
    @JsonSubTypes.Type(Work.Split.class),
    @JsonSubTypes.Type(Work.EncodeVideo.class),
    @JsonSubTypes.Type(Work.EncodeAudio.class),
    @JsonSubTypes.Type(Work.Pack.class),
    @JsonSubTypes.Type(Work.Pictures.class)
})
public sealed interface Work {
    /// Pulls the original from somewhere else.
    record Fetch(URI url, long maxBytes) implements Work {}

    /// Finds out what the original is, or why it cannot be played. With an empty `source` it is what the task `fetch`
    /// brought.
    record Analyse(String source, long bytes) implements Work {}

    /// Copies the packets of each chunk, from the keyframe before it on, into a piece of its own.
    record Split(String source, VideoInfo video, List<Chunk> chunks) implements Work {}

    /// Encodes the chunk for all these tracks in one go, from its piece where there is one, else from the original.
    record EncodeVideo(String source, VideoInfo video, Chunk chunk, List<VideoTrack> tracks, Accelerator accelerator)
            implements Work {}

    /// Encodes a track of sound from its first moment to its last; moment 0 is `originUs` of the source.
    record EncodeAudio(String source, AudioTrack track, long originUs, long durationMs) implements Work {}

    /// Joins a track's chunks, packages them as one CMAF file, and writes its part of the segment index.
    /// The key itself is asked for with the lease, so that it is written down nowhere.
    record Pack(
            String track, Protection protection, @Nullable String keyId) implements Work {}

    /// Storyboard and poster candidates.
    record Pictures(String source, VideoInfo video, long durationMs) implements Work {}
}
