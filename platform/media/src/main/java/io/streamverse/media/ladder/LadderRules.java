package io.streamverse.media.ladder;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What makes sense as a ladder. Each codec's rungs go up in bits and never down in height, so that a player that has
/// more bandwidth gets more picture.
public final class LadderRules {
    public static final int MAX_VIDEO_RUNGS = 24;
    public static final int MAX_AUDIO_RUNGS = 8;
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,22}[a-z0-9])?");
    private static final Set<Integer> CHANNELS = Set.of(1, 2, 6);

    private final List<LadderFault> faults = new ArrayList<>();

    private LadderRules() {}

    /// Empty where all is well.
    public static List<LadderFault> check(Ladder ladder) {
        var rules = new LadderRules();
        rules.counts(ladder);
        rules.pictures(ladder.video());
        rules.sounds(ladder.audio());
        return List.copyOf(rules.faults);
    }

    private void counts(Ladder ladder) {
        demand(!ladder.video().isEmpty() || !ladder.audio().isEmpty(), "/video", "a ladder has at least one rung");
        atMost(ladder.video().size(), MAX_VIDEO_RUNGS, "/video");
        atMost(ladder.audio().size(), MAX_AUDIO_RUNGS, "/audio");
    }

    private void pictures(List<VideoRung> rungs) {
        var names = new HashSet<String>();
        var below = new EnumMap<Codec, VideoRung>(Codec.class);
        for (int i = 0; i < rungs.size(); i++) {
            var rung = rungs.get(i);
            var at = "/video/" + i;
            name(rung.name(), names, at);
            picture(rung, at);
            ascends(rung, below, at);
        }
    }

    private void picture(VideoRung rung, String at) {
        between(rung.height(), 144, 4320, at + "/height");
        demand(rung.height() % 2 == 0, at + "/height", "a height is even");
        between(rung.kbps(), 50, 100_000, at + "/kbps");
        demand(
                rung.peakKbps() >= rung.kbps() && rung.peakKbps() <= 2L * rung.kbps(),
                at + "/peakKbps",
                "a peak is between the average and twice of it");
        between(rung.maxFrameRate(), 10, 120, at + "/maxFrameRate");
    }

    private void ascends(VideoRung rung, Map<Codec, VideoRung> below, String at) {
        var last = below.put(rung.codec(), rung);
        if (last != null) {
            demand(rung.kbps() > last.kbps(), at + "/kbps", "must be more than the rung before it has");
            demand(rung.height() >= last.height(), at + "/height", "must not be less than the rung before it has");
        }
    }

    private void sounds(List<AudioRung> rungs) {
        var names = new HashSet<String>();
        var seen = new HashSet<List<Integer>>();
        for (int i = 0; i < rungs.size(); i++) {
            var rung = rungs.get(i);
            var at = "/audio/" + i;
            name(rung.name(), names, at);
            demand(CHANNELS.contains(rung.channels()), at + "/channels", "must be 1, 2 or 6");
            between(rung.kbps(), 16L * rung.channels(), 256L * rung.channels(), at + "/kbps");
            demand(seen.add(List.of(rung.kbps(), rung.channels())), at, "is the same as a rung before it");
        }
        var everybody = rungs.isEmpty() || rungs.stream().anyMatch(rung -> rung.channels() <= 2);
        demand(everybody, "/audio", "needs a rung with one or two channels, for those who have no more speakers");
    }

    private void name(String name, Set<String> names, String at) {
        demand(
                NAME.matcher(name).matches(),
                at + "/name",
                "must be 1 to 24 of a-z, 0-9 and -, with no - at either end");
        demand(names.add(name), at + "/name", "is another rung's name");
    }

    private void atMost(int size, int most, String at) {
        demand(size <= most, at, "must be at most " + most);
    }

    private void between(long value, long least, long most, String at) {
        demand(value >= least && value <= most, at, "must be between %d and %d".formatted(least, most));
    }

    private void demand(boolean holds, String pointer, String detail) {
        if (!holds) {
            faults.add(new LadderFault(pointer, detail));
        }
    }
}
