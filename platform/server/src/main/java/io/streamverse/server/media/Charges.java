package io.streamverse.server.media;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import io.streamverse.events.jobs.JobEnded;
import io.streamverse.events.usage.EncodeAttempt;
import io.streamverse.events.usage.EncodedOutput;
import io.streamverse.media.plan.EncodePlan;
import io.streamverse.media.plan.Planner;
import io.streamverse.media.plan.SettledOutput;
import io.streamverse.media.source.MediaInfo;
import io.streamverse.media.work.Done;
import io.streamverse.media.work.WorkJson;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What an encode is charged for: all that was planned when it is done, the finished chunks when its tenant wanted it
/// no more, nothing when it failed; all of it as what was asked for, whatever it was made on. And what each try of it
/// cost us.
final class Charges {
    private Charges() {}

    static List<EncodedOutput> planned(MediaInfo media, EncodePlan plan, String accelerator) {
        return Planner.settledOutputs(media, plan).stream()
                .map(it -> output(it, accelerator, it.outputMs()))
                .toList();
    }

    static List<EncodedOutput> of(JobEnded ended, MediaInfo media, EncodePlan plan, String accelerator) {
        return switch (ended.outcome()) {
            case "done" -> planned(media, plan, accelerator);
            case "cancelled" -> finished(ended, media, plan, accelerator);
            default -> List.of();
        };
    }

    /// Never more than was planned.
    private static List<EncodedOutput> finished(JobEnded ended, MediaInfo media, EncodePlan plan, String accelerator) {
        var madeMs = new HashMap<String, Long>();
        for (var result : ended.results()) {
            if (WorkJson.read(result.done(), Done.class) instanceof Done.Encoded it) {
                it.tracks().keySet().forEach(track -> madeMs.merge(track, it.outputMs(), Long::sum));
            }
        }
        return Planner.settledOutputs(media, plan).stream()
                .filter(it -> madeMs.containsKey(it.track()))
                .map(it -> output(it, accelerator, Math.min(it.outputMs(), madeMs.getOrDefault(it.track(), 0L))))
                .toList();
    }

    static List<EncodeAttempt> attempts(JobEnded ended) {
        Map<String, Long> busy =
                ended.attempts().stream().collect(groupingBy(it -> it.accelerator(), summingLong(it -> it.deviceMs())));
        return busy.entrySet().stream()
                .filter(it -> it.getValue() > 0)
                .map(it -> new EncodeAttempt(it.getKey(), it.getValue()))
                .toList();
    }

    private static EncodedOutput output(SettledOutput it, String accelerator, long outputMs) {
        return new EncodedOutput(
                accelerator, it.codec(), it.resolution(), it.frameRate(), it.hdr(), it.passes(), outputMs);
    }
}
