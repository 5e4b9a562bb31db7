package io.streamverse.media.index;

import java.time.Duration;

/// One rendition: what it is, and where its segments are.
public record IndexTrack(TrackInfo info, Segments segments) {
    private static final long NANOS = 1_000_000_000;

    public String id() {
        return info.id();
    }

    /// The same in this file of the object store.
    public IndexTrack in(String media) {
        return new IndexTrack(info.in(media), segments);
    }

    public IndexTrack append(long bytes, long duration, long iFrameBytes) {
        return new IndexTrack(
                info, segments.and().add(bytes, duration, iFrameBytes).build());
    }

    public IndexTrack slice(int from, int to) {
        return new IndexTrack(info, segments.slice(from, to));
    }

    public Duration time(int number) {
        return duration(segments.time(number));
    }

    public Duration duration() {
        return duration(segments.duration());
    }

    /// The segment that shows what is on at this time.
    public int at(Duration time) {
        long units = Math.addExact(
                Math.multiplyExact(time.getSeconds(), info.timescale()), time.getNano() * info.timescale() / NANOS);
        return segments.at(units);
    }

    /// Rounded up; 0 without segments.
    public long averageBitsPerSecond() {
        return segments.isEmpty() ? 0 : rate(segments.bytes(), segments.duration());
    }

    /// The greatest rate of any stretch that lasts from half as long as the longest segment to one and a half times as
    /// long, as RFC 8216 counts it: a short last segment counts with those before it. Rounded up.
    public long peakBitsPerSecond() {
        long target = 0;
        for (int number = segments.first(); number < segments.end(); number++) {
            target = Math.max(target, segments.duration(number));
        }
        long peak = 0;
        for (int number = segments.first(); number < segments.end(); number++) {
            peak = Math.max(peak, peakUpTo(number, target));
        }
        return peak;
    }

    private long peakUpTo(int last, long target) {
        long peak = 0;
        long bytes = 0;
        long duration = 0;
        for (int number = last; number >= segments.first(); number--) {
            bytes += segments.bytes(number);
            duration += segments.duration(number);
            if (2 * duration > 3 * target) {
                break;
            }
            if (2 * duration >= target) {
                peak = Math.max(peak, rate(bytes, duration));
            }
        }
        return peak;
    }

    private long rate(long bytes, long units) {
        return (long) Math.ceil(8.0 * bytes * info.timescale() / units);
    }

    private Duration duration(long units) {
        return Duration.ofSeconds(units / info.timescale(), units % info.timescale() * NANOS / info.timescale());
    }
}
