package io.streamverse.media.ladder;

import java.util.List;

/// Best rung last.
public record Ladder(List<VideoRung> video, List<AudioRung> audio) {}
