package io.streamverse.worker.packaging;

import static java.util.Objects.requireNonNull;

import io.streamverse.media.index.BrokenCmaf;
import io.streamverse.media.index.CmafFile;
import io.streamverse.media.index.IndexTrack;
import io.streamverse.media.index.Scheme;
import io.streamverse.media.index.SegmentIndex;
import io.streamverse.media.work.Done;
import io.streamverse.media.work.Work;
import io.streamverse.worker.tools.Tools;
import io.streamverse.worker.work.Desk;
import io.streamverse.worker.work.Runner;
import io.streamverse.worker.work.WorkFailure;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

@Singleton
final class PackRunner implements Runner<Work.Pack> {
    private final Tools tools;
    private final Joiner joiner;

    PackRunner(Tools tools) {
        this.tools = tools;
        this.joiner = new Joiner(tools);
    }

    @Override
    public Class<Work.Pack> kind() {
        return Work.Pack.class;
    }

    @Override
    public Done run(Work.Pack work, Desk desk) throws WorkFailure, InterruptedException {
        var joined = joiner.join(work.track(), desk);
        var renditions = new ArrayList<Done.Rendition>();
        for (var scheme : schemes(work)) {
            renditions.add(rendition(work, scheme, joined, desk));
            desk.progress((double) renditions.size() / schemes(work).size());
        }
        return new Done.Packed(List.copyOf(renditions));
    }

    private static List<Scheme> schemes(Work.Pack work) {
        return switch (work.protection()) {
            case NONE -> List.of(Scheme.NONE);
            case CENC -> List.of(Scheme.CENC);
            case CBCS -> List.of(Scheme.CBCS);
            case BOTH -> List.of(Scheme.CENC, Scheme.CBCS);
        };
    }

    private Done.Rendition rendition(Work.Pack work, Scheme scheme, Path joined, Desk desk)
            throws WorkFailure, InterruptedException {
        var id = schemes(work).size() > 1 ? work.track() + "-" + scheme.label() : work.track();
        var file = desk.folder().resolve(id + ".packed.mp4");
        var keyId = work.keyId();
        var protection = scheme == Scheme.NONE
                ? List.<String>of()
                : RawKey.options(scheme, desk.key(requireNonNull(keyId, "A protected track needs a key")));
        tools.packager(arguments(work, joined, file, protection))
                .at(desk)
                .within(Duration.ofHours(1))
                .run()
                .orFail();
        var track = read(file, id, work.language());
        var contentType = work.track().startsWith("a-") ? "audio/mp4" : "video/mp4";
        var media = desk.deliver(id + ".mp4", contentType, file);
        var part = desk.folder().resolve(id + ".index");
        write(part, new SegmentIndex(List.of(track.in(media.key())), true).bytes());
        var index = desk.deliver(id + ".index", "application/octet-stream", part);
        delete(file);
        return new Done.Rendition(id, media, index);
    }

    private static List<String> arguments(Work.Pack work, Path joined, Path file, List<String> protection) {
        var kind = work.track().startsWith("a-") ? "audio" : "video";
        var segment = String.valueOf(work.segmentUs() / 1e6);
        var arguments = new ArrayList<>(List.of("in=%s,stream=%s,output=%s".formatted(joined, kind, file)));
        arguments.addAll(List.of("--segment_duration", segment, "--fragment_duration", segment));
        // With its default it takes half a gigabyte of memory.
        arguments.addAll(List.of("--io_cache_size", "1048576"));
        arguments.addAll(protection);
        return arguments;
    }

    private static IndexTrack read(Path file, String id, String language) throws WorkFailure {
        try {
            return CmafFile.read(file, id, language);
        } catch (BrokenCmaf e) {
            throw WorkFailure.passing("media.tool.failed", "The packager left no rendition: " + e.getMessage(), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
