package io.streamverse.worker.analyse;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamverse.worker.tools.Tools;
import io.streamverse.worker.work.Desk;
import io.streamverse.worker.work.WorkFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads every packet of a file once, without decoding any.
final class Packets {
    private static final long BYTES_PER_SECOND = 5_000_000;
    private final Probe probe;

    Packets(Probe probe) {
        this.probe = probe;
    }

    record Counted(Map<Integer, Timeline> timelines, String log) {
        Timeline of(JsonNode stream) {
            return timelines.getOrDefault(Streams.index(stream), new Timeline(stream));
        }
    }

    Counted count(Path source, long bytes, List<JsonNode> streams, Desk desk) throws WorkFailure, InterruptedException {
        var timelines = new HashMap<Integer, Timeline>();
        streams.forEach(it -> timelines.put(Streams.index(it), new Timeline(it)));
        var arguments = List.of(
                "-v",
                "error",
                "-show_entries",
                "packet=stream_index,pts,dts,duration,flags:packet_side_data=side_data_type",
                "-of",
                "csv=p=0",
                Tools.file(source));
        var outcome = probe.ffprobe(arguments, desk)
                .within(Duration.ofMinutes(5).plusSeconds(bytes / BYTES_PER_SECOND))
                .memory(2L << 30)
                .read(line -> {
                    if (line.contains("Encryption")) {
                        throw Refusal.ENCRYPTED.because("", "");
                    }
                    take(line.split(","), timelines);
                })
                .orFail();
        timelines.values().forEach(Timeline::close);
        return new Counted(timelines, outcome.log());
    }

    private static void take(String[] packet, Map<Integer, Timeline> timelines) {
        if (packet.length < 5 || packet[4].contains("D")) {
            return;
        }
        var timeline = timelines.get((int) number(packet[0], -1));
        if (timeline != null) {
            timeline.add(number(packet[1], number(packet[2], Timeline.UNKNOWN)), number(packet[3], 0));
        }
    }

    private static long number(String text, long otherwise) {
        return text.matches("-?\\d{1,18}") ? Long.parseLong(text) : otherwise;
    }
}
