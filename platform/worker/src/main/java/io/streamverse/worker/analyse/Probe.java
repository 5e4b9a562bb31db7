package io.streamverse.worker.analyse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamverse.worker.tools.Outcome;
import io.streamverse.worker.tools.Outcome.End;
import io.streamverse.worker.tools.Tool;
import io.streamverse.worker.tools.Tools;
import io.streamverse.worker.work.Desk;
import io.streamverse.worker.work.WorkFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// What the headers of a file say.
final class Probe {
    /// Only containers: none of them opens another file.
    private static final String CONTAINERS =
            "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,mpegts,mpeg,avi,flv,ogg,wav,w64,aiff,"
                    + "caf,mp3,flac,mxf,asf,aac,ac3,eac3,nut,ivf,dv";

    static final List<String> ONLY_CONTAINERS = List.of("-format_whitelist", CONTAINERS);
    private static final int MOST_TRACKS = 64;
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Tools tools;

    Probe(Tools tools) {
        this.tools = tools;
    }

    /// `log` is what FFmpeg complained about while it looked.
    record Headers(JsonNode format, List<JsonNode> streams, String log) {
        String container() {
            return format.path("format_name").asText().split(",")[0];
        }
    }

    /// Asks only for what is in the container itself.
    Tool ffprobe(List<String> arguments, Desk desk) {
        return tools.ffprobe(Stream.of(ONLY_CONTAINERS, arguments)
                        .flatMap(List::stream)
                        .toList())
                .at(desk);
    }

    Headers read(Path source, Desk desk) throws WorkFailure, InterruptedException {
        var arguments = List.of("-v", "error", "-show_format", "-show_streams", "-of", "json", Tools.file(source));
        var outcome = ffprobe(arguments, desk)
                .within(Duration.ofMinutes(2))
                .memory(2L << 30)
                .run();
        if (!outcome.done()) {
            throw refuse(outcome);
        }
        return headers(outcome);
    }

    private static WorkFailure refuse(Outcome outcome) {
        var log = outcome.log();
        if (log.contains("moov atom not found")) {
            return Refusal.TRUNCATED.because("its index is missing", log);
        }
        if (outcome.end() == End.TIME || outcome.end() == End.MEMORY) {
            return Refusal.DAMAGED.because("its header asks for more than any film needs", log);
        }
        var aList = log.contains("not on whitelist");
        return Refusal.NOT_A_VIDEO.because(aList ? "a list, a picture or a text" : "no known container", log);
    }

    private static Headers headers(Outcome outcome) throws WorkFailure {
        try {
            var said = JSON.readTree(outcome.output());
            var streams = said.path("streams").valueStream().toList();
            if (streams.size() > MOST_TRACKS) {
                throw Refusal.TOO_MANY_TRACKS.because(streams.size(), outcome.log());
            }
            return new Headers(said.path("format"), streams, outcome.log());
        } catch (JsonProcessingException _) {
            throw Refusal.DAMAGED.because("its header is larger than any film needs", outcome.log());
        }
    }
}
