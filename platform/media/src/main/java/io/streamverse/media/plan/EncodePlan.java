package io.streamverse.media.plan;

import java.util.List;

/// `durationMs` is the longest track's; every output is as long as the source, no rung is larger than it.
public record EncodePlan(long durationMs, List<VideoTrack> videos, List<AudioTrack> audios, List<Chunk> chunks) {}
