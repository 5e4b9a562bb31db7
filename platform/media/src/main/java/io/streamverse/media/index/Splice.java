package io.streamverse.media.index;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/// Cuts one behind the other as one programme with segments of its own numbers: 0 up to `segments()`. No media is
/// touched: place `n` is a segment of one of the indexes.
public final class Splice {
    private final List<Cut> cuts;
    private final int[] starts;
    private final Duration[] times;

    /// Segment `number` of the index that the cut of this position was made from.
    public record Place(int cut, int number) {}

    private Splice(List<Cut> cuts) {
        this.cuts = List.copyOf(cuts);
        this.starts = new int[cuts.size() + 1];
        this.times = new Duration[cuts.size() + 1];
        times[0] = Duration.ZERO;
        for (int i = 0; i < cuts.size(); i++) {
            starts[i + 1] = Math.addExact(starts[i], cuts.get(i).segments());
            times[i + 1] = times[i].plus(cuts.get(i).duration());
        }
    }

    public static Splice of(List<Cut> cuts) {
        return new Splice(cuts);
    }

    public List<Cut> cuts() {
        return cuts;
    }

    public int segments() {
        return starts[cuts.size()];
    }

    public Duration duration() {
        return times[cuts.size()];
    }

    /// When a cut begins within the whole.
    public Duration begin(int cut) {
        return times[cut];
    }

    public Place place(int segment) {
        if (segment < 0 || segment >= segments()) {
            throw new IndexOutOfBoundsException("Segment %d of %d".formatted(segment, segments()));
        }
        int found = Arrays.binarySearch(starts, segment);
        int cut = found >= 0 ? found : -found - 2;
        return new Place(cut, cuts.get(cut).from() + segment - starts[cut]);
    }

    /// What is on at this time of the whole; the nearest where that is before or after all.
    public Place at(Duration time) {
        int found = Arrays.binarySearch(times, time);
        int cut = Math.clamp(found >= 0 ? found : -found - 2, 0, cuts.size() - 1);
        var within = cuts.get(cut);
        int number = within.index().grid().at(within.begin().plus(time.minus(times[cut])));
        return new Place(cut, Math.clamp(number, within.from(), within.to() - 1));
    }
}
