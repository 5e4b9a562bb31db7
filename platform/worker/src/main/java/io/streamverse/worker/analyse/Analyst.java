package io.streamverse.worker.analyse;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamverse.media.source.AudioInfo;
import io.streamverse.media.source.AudioInfo.Loudness;
import io.streamverse.media.source.MediaInfo;
import io.streamverse.media.source.VideoInfo;
import io.streamverse.media.work.Done;
import io.streamverse.media.work.Output;
import io.streamverse.media.work.Work;
import io.streamverse.worker.tools.Tools;
import io.streamverse.worker.work.Desk;
import io.streamverse.worker.work.Runner;
import io.streamverse.worker.work.WorkFailure;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Headers, then every packet, then some pictures and all sound: the dear looks come after the cheap ones refused.
@Singleton
final class Analyst implements Runner<Work.Analyse> {
    /// One picture with so much sound is a cover.
    private static final double A_SONG_SECONDS = 1;

    /// Sound that goes on for no longer is the rest of its codec's last block.
    private static final double LAST_BLOCK_SECONDS = 0.1;

    private final Probe probe;
    private final Packets packets;
    private final Sample sample;
    private final LoudnessMeter loudness;
    private final CaptionTracks captions;

    Analyst(Tools tools) {
        this.probe = new Probe(tools);
        this.packets = new Packets(probe);
        this.sample = new Sample(tools);
        this.loudness = new LoudnessMeter(tools);
        this.captions = new CaptionTracks(tools);
    }

    @Override
    public Class<Work.Analyse> kind() {
        return Work.Analyse.class;
    }

    @Override
    public Done.Analysed run(Work.Analyse work, Desk desk) throws WorkFailure, InterruptedException {
        var original = original(work, desk);
        var nameless = desk.folder().resolve("source");
        try {
            // FFmpeg believes names, so the source gets one that says nothing.
            Files.createSymbolicLink(
                    nameless, desk.fetch(original.key(), original.bytes()).toAbsolutePath());
            var done = analysed(original, nameless, desk);
            Files.delete(nameless);
            return done;
        } catch (IOException e) {
            throw new IllegalStateException("The desk's folder cannot be used", e);
        }
    }

    private Done.Analysed analysed(Output original, Path source, Desk desk) throws WorkFailure, InterruptedException {
        var headers = probe.read(source, desk);
        var streams = new Streams(headers.streams());
        Bounds.checkHeaders(headers, streams);
        desk.progress(0.1);

        var counted = packets.count(source, original.bytes(), headers.streams(), desk);
        Bounds.checkPackets(headers, streams, counted);
        desk.progress(0.4);

        var video = video(desk, source, streams, counted);
        var seconds = video == null ? Bounds.longestSound(streams, counted) : video.seconds();
        var measured = loudness.measure(source, streams.audios(), seconds, desk);
        desk.progress(0.9);
        var originUs = video == null ? 0 : video.info().originUs();
        var texts = captions.take(source, streams.captions(), originUs, desk);
        var media = new MediaInfo(
                headers.container(),
                original.bytes(),
                Checksum.of(source),
                Math.round(seconds * 1_000),
                video == null ? null : video.info(),
                streams.audios().stream().map(it -> audio(it, measured)).toList(),
                texts.tracks());
        return new Done.Analysed(media, texts.texts());
    }

    /// Named, or what the task before this one fetched.
    private static Output original(Work.Analyse work, Desk desk) {
        return desk.inputs().values().stream()
                .filter(Done.Fetched.class::isInstance)
                .map(it -> ((Done.Fetched) it).original())
                .findFirst()
                .orElseGet(() -> new Output("original", work.source(), work.bytes()));
    }

    private record Film(VideoInfo info, double seconds) {}

    private @Nullable Film video(Desk desk, Path source, Streams streams, Packets.Counted counted)
            throws WorkFailure, InterruptedException {
        var found = streams.video();
        if (found.isEmpty()) {
            return null;
        }
        var stream = found.get();
        var timeline = counted.of(stream);
        if (timeline.packets() == 1 && Bounds.longestSound(streams, counted) > A_SONG_SECONDS) {
            return null;
        }
        var pace = Pace.of(timeline, stream);
        Bounds.checkPace(pace);
        var rate = pace.steady().perSecond();
        var shown = pace.frames(timeline);
        var woven = sample.isWoven(source, stream, shown / rate, desk);
        var heard = Bounds.endOfSound(streams, counted) - timeline.originUs() / 1e6;
        var frames = heard - shown / rate > LAST_BLOCK_SECONDS ? Math.round(heard * rate) : shown;
        return new Film(info(stream, timeline, pace, frames, isInterlaced(stream) || woven), frames / rate);
    }

    private static VideoInfo info(JsonNode stream, Timeline timeline, Pace pace, long frames, boolean interlaced) {
        var size = Streams.size(stream);
        return new VideoInfo(
                Streams.index(stream),
                Streams.codec(stream),
                size[0],
                size[1],
                pace.steady(),
                pace.variable(),
                frames,
                timeline.originUs(),
                Streams.range(stream),
                interlaced,
                Streams.bitDepth(stream));
    }

    private static boolean isInterlaced(JsonNode stream) {
        return stream.path("field_order").asText().matches("tt|bb|tb|bt");
    }

    private static AudioInfo audio(JsonNode stream, Map<Integer, Loudness> loudness) {
        return new AudioInfo(
                Streams.index(stream),
                Streams.codec(stream),
                stream.path("channels").asInt(),
                stream.path("sample_rate").asInt(),
                Streams.language(stream),
                Streams.has(stream, "default"),
                Objects.requireNonNull(loudness.get(Streams.index(stream))));
    }
}
