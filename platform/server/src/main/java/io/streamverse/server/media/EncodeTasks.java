package io.streamverse.server.media;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.streamverse.events.media.WantedTask;
import io.streamverse.media.ladder.Codec;
import io.streamverse.media.plan.Accelerator;
import io.streamverse.media.plan.AudioTrack;
import io.streamverse.media.plan.Chunk;
import io.streamverse.media.plan.EncodePlan;
import io.streamverse.media.plan.Protection;
import io.streamverse.media.plan.VideoTrack;
import io.streamverse.media.protection.KeyTier;
import io.streamverse.media.source.MediaInfo;
import io.streamverse.media.source.VideoInfo;
import io.streamverse.media.work.Work;
import io.streamverse.media.work.WorkJson;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The tasks that make a plan true: a long film is split, each chunk encoded for all rungs of a codec at once, each
/// track packaged when its chunks are there.
final class EncodeTasks {
    private static final String SPLIT = "split";
    private static final String NO_LANGUAGE = "und";

    /// How much more work a second is than copying it.
    private static final double SPLITTING = 0.02;
    private static final double SOUND = 0.05;
    private static final double PACKING = 0.02;
    private static final double PICTURES = 0.05;
    private static final double HD_PIXELS = 1280.0 * 720.0;

    private final String source;
    private final MediaInfo media;
    private final EncodePlan plan;
    private final List<WantedTask> tasks = new ArrayList<>();

    private EncodeTasks(String source, MediaInfo media, EncodePlan plan) {
        this.source = source;
        this.media = media;
        this.plan = plan;
    }

    static List<WantedTask> of(
            String source,
            MediaInfo media,
            EncodePlan plan,
            Accelerator accelerator,
            Protection protection,
            Map<KeyTier, String> keys) {
        var tasks = new EncodeTasks(source, media, plan);
        var video = media.video();
        if (video != null) {
            tasks.addVideo(video, accelerator, protection, keys);
        }
        plan.audios().forEach(it -> tasks.addAudio(it, protection, keys));
        return List.copyOf(tasks.tasks);
    }

    /// Those that a plan has tracks of.
    static Set<KeyTier> tiers(EncodePlan plan) {
        var tiers = EnumSet.noneOf(KeyTier.class);
        plan.videos().forEach(it -> tiers.add(tier(it)));
        if (!plan.audios().isEmpty()) {
            tiers.add(KeyTier.AUDIO);
        }
        return tiers;
    }

    private static KeyTier tier(VideoTrack track) {
        return KeyTier.of(track.width(), track.height());
    }

    private void addVideo(VideoInfo video, Accelerator accelerator, Protection protection, Map<KeyTier, String> keys) {
        var isSplit = plan.chunks().size() > 1;
        if (isSplit) {
            add(SPLIT, new Work.Split(source, media.bytes(), video, plan.chunks()), List.of(), seconds() * SPLITTING);
        }
        plan.videos().stream()
                .collect(groupingBy(VideoTrack::codec, TreeMap::new, toList()))
                .forEach((codec, tracks) -> {
                    var chunks = plan.chunks().stream()
                            .map(it -> addChunk(video, it, codec, tracks, accelerator, isSplit))
                            .toList();
                    tracks.forEach(it -> pack(it.id(), NO_LANGUAGE, protection, keys.get(tier(it)), chunks));
                });
        add(
                "pictures",
                new Work.Pictures(source, media.bytes(), video, plan.durationMs()),
                List.of(),
                seconds() * PICTURES);
    }

    private String addChunk(
            VideoInfo video,
            Chunk chunk,
            Codec codec,
            List<VideoTrack> tracks,
            Accelerator accelerator,
            boolean isSplit) {
        var name = "video-%s-%d".formatted(codec.label(), chunk.number());
        var seconds = video.frameRate().microseconds(chunk.frames()) / 1e6;
        var pixels = tracks.stream()
                .mapToDouble(it -> (double) it.width() * it.height())
                .sum();
        tasks.add(new WantedTask(
                name,
                WorkJson.write(new Work.EncodeVideo(source, media.bytes(), video, chunk, tracks, accelerator)),
                isSplit ? List.of(SPLIT) : List.of(),
                seconds * pixels / HD_PIXELS,
                "video-" + codec.label(),
                accelerator.label()));
        return name;
    }

    private void addAudio(AudioTrack track, Protection protection, Map<KeyTier, String> keys) {
        var video = media.video();
        var origin = video == null ? 0 : video.originUs();
        var name = "audio-" + track.id();
        add(
                name,
                new Work.EncodeAudio(source, media.bytes(), track, origin, plan.durationMs()),
                List.of(),
                seconds() * SOUND);
        pack(track.id(), track.language(), protection, keys.get(KeyTier.AUDIO), List.of(name));
    }

    private void pack(
            String track, String language, Protection protection, @Nullable String keyId, List<String> needs) {
        var work = new Work.Pack(track, language, plan.segmentUs(), protection, keyId);
        add("pack-" + track, work, needs, seconds() * PACKING);
    }

    private void add(String name, Work work, List<String> needs, double weight) {
        tasks.add(new WantedTask(name, WorkJson.write(work), needs, weight, null, null));
    }

    private double seconds() {
        return plan.durationMs() / 1e3;
    }
}
