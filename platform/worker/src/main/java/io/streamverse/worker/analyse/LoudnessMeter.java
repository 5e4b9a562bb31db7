package io.streamverse.worker.analyse;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamverse.media.source.AudioInfo.Loudness;
import io.streamverse.worker.tools.Tools;
import io.streamverse.worker.work.Desk;
import io.streamverse.worker.work.WorkFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// EBU R 128 over every track of sound, in one pass.
final class LoudnessMeter {
    private static final Pattern SUMMARY = Pattern.compile("ebur128@t(\\d+) @ [^]]*] Summary:\\s+"
            + "Integrated loudness:\\s+I: +(\\S+) LUFS\\s+Threshold: +(\\S+) LUFS\\s+"
            + "Loudness range:\\s+LRA: +(\\S+) LU[\\s\\S]*?True peak:\\s+Peak: +(\\S+) dBFS");
    /// What is told of silence, since there is no number for it.
    private static final double SILENT = -99;

    private final Tools tools;

    LoudnessMeter(Tools tools) {
        this.tools = tools;
    }

    /// By the number of its track.
    Map<Integer, Loudness> measure(Path source, List<JsonNode> audios, double duration, Desk desk)
            throws WorkFailure, InterruptedException {
        if (audios.isEmpty()) {
            return Map.of();
        }
        var outcome = tools.ffmpeg(command(source, audios))
                .at(desk)
                .within(Duration.ofMinutes(5).plusSeconds((long) duration))
                .memory(2L << 30)
                .run(_ -> {})
                .orFail();
        var found = new HashMap<Integer, Loudness>();
        for (var summary : SUMMARY.matcher(outcome.log()).results().toList()) {
            found.put(
                    Integer.valueOf(summary.group(1)),
                    new Loudness(
                            number(summary.group(2)),
                            number(summary.group(5)),
                            number(summary.group(4)),
                            number(summary.group(3))));
        }
        if (found.size() < audios.size()) {
            throw Refusal.DAMAGED.because("some of its sound cannot be decoded", outcome.log());
        }
        return found;
    }

    private static List<String> command(Path source, List<JsonNode> audios) {
        var command = new ArrayList<>(List.of("-v", "info"));
        command.addAll(Probe.ONLY_CONTAINERS);
        command.addAll(List.of("-vn", "-sn", "-i", Tools.file(source), "-filter_complex"));
        var graph = new StringBuilder();
        var outputs = new ArrayList<String>();
        for (var audio : audios) {
            var stream = Streams.index(audio);
            graph.append(graph.isEmpty() ? "" : ";")
                    .append("[0:%1$d]ebur128@t%1$d=peak=true:framelog=quiet[o%1$d]".formatted(stream));
            outputs.addAll(List.of("-map", "[o" + stream + "]"));
        }
        command.add(graph.toString());
        command.addAll(outputs);
        command.addAll(List.of("-f", "null", "-"));
        return command;
    }

    private static double number(String text) {
        return text.matches("-?[0-9.]+") ? Double.parseDouble(text) : SILENT;
    }
}
