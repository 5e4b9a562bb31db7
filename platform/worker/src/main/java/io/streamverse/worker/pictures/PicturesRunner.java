package io.streamverse.worker.pictures;

import io.streamverse.media.source.VideoInfo;
import io.streamverse.media.work.Done;
import io.streamverse.media.work.Output;
import io.streamverse.media.work.Work;
import io.streamverse.worker.encode.Seek;
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
import java.util.Locale;

/// Only keyframes are read and decoded where there is one for each tile: a fiftieth of the work.
@Singleton
final class PicturesRunner implements Runner<Work.Pictures> {
    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final int LARGEST_POSTER = 1280;
    private static final String TO_SDR = ",setparams=range=tv:color_primaries=bt2020:color_trc=%s:colorspace=bt2020nc,"
            + "zscale=transfer=linear:npl=100,format=gbrpf32le,zscale=primaries=bt709,tonemap=tonemap=hable:desat=0,"
            + "zscale=transfer=bt709:matrix=bt709:range=tv,format=yuv420p";
    private final Tools tools;

    PicturesRunner(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Class<Work.Pictures> kind() {
        return Work.Pictures.class;
    }

    @Override
    public Done run(Work.Pictures work, Desk desk) throws WorkFailure, InterruptedException {
        var source = desk.fetch(work.source(), work.bytes());
        var board = Storyboard.of(work.video());
        var dense = keyframesSuffice(work.video(), board, source, desk);
        var film = new Film(work.video(), board, source, input(source, dense));
        var looks = sprites(film, desk);
        desk.progress(0.7);
        var posters = posters(film, Posters.choose(looks), desk);
        var sprites = new ArrayList<Output>();
        for (int i = 0; i < board.sprites(); i++) {
            var name = Storyboard.sprite(i);
            sprites.add(desk.deliver(name, "image/jpeg", desk.folder().resolve(name)));
        }
        var text = written(desk.folder().resolve("storyboard.vtt"), board.webVtt());
        var storyboard = desk.deliver("storyboard.vtt", "text/vtt", text);
        return new Done.Pictured(storyboard, List.copyOf(sprites), posters);
    }

    private record Film(VideoInfo video, Storyboard board, Path source, List<String> input) {}

    private static List<String> input(Path source, boolean onlyKeyframes) {
        return onlyKeyframes
                ? List.of("-discard:v", "nokey", "-skip_frame", "nokey", "-i", Tools.file(source))
                : List.of("-i", Tools.file(source));
    }

    private List<Look> sprites(Film film, Desk desk) throws WorkFailure, InterruptedException {
        var measures = desk.folder().resolve("looks.txt");
        var arguments = new ArrayList<>(List.of("-v", "error", "-copyts"));
        arguments.addAll(film.input());
        arguments.addAll(List.of("-filter_complex", graph(film.video(), film.board(), measures)));
        arguments.addAll(List.of("-map", "[out]", "-fps_mode", "passthrough", "-q:v", "5", "-f", "image2", "-y"));
        arguments.add(Tools.file(desk.folder().resolve("%03d.jpg")));
        run(arguments, desk);
        return Look.read(lines(measures));
    }

    /// Each tile is what is on at its time, or the last thing that was.
    private static String graph(VideoInfo video, Storyboard board, Path measures) {
        return "[0:%d]setpts=PTS-%s/TB,fps=1/%d:start_time=0:round=up,tpad=stop=-1:stop_mode=clone,trim=end_pts=%d,%s"
                .formatted(
                        video.stream(),
                        seconds(video.originUs()),
                        board.intervalSeconds(),
                        board.tiles(),
                        "scale=%d:%d:out_range=tv%s,setsar=1,format=yuv420p,signalstats,blurdetect,metadata=print:file='%s',tile=%dx%d[out]"
                                .formatted(
                                        board.width(),
                                        board.height(),
                                        toSdr(video),
                                        measures,
                                        Storyboard.ACROSS,
                                        Storyboard.ACROSS));
    }

    private static String toSdr(VideoInfo video) {
        return switch (video.range()) {
            case SDR -> "";
            case PQ -> TO_SDR.formatted("smpte2084");
            case HLG -> TO_SDR.formatted("arib-std-b67");
        };
    }

    private boolean keyframesSuffice(VideoInfo video, Storyboard board, Path source, Desk desk)
            throws WorkFailure, InterruptedException {
        var list = desk.folder().resolve("keyframes.txt");
        run(
                List.of(
                        "-v",
                        "error",
                        "-copyts",
                        "-discard:v",
                        "nokey",
                        "-i",
                        Tools.file(source),
                        "-map",
                        "0:" + video.stream(),
                        "-c",
                        "copy",
                        "-f",
                        "framecrc",
                        "-y",
                        Tools.file(list)),
                desk);
        return Keyframes.read(lines(list)).areDense(board, video.originUs());
    }

    private List<Output> posters(Film film, List<Integer> tiles, Desk desk) throws WorkFailure, InterruptedException {
        var posters = new ArrayList<Output>();
        for (var tile : tiles) {
            var file = desk.folder().resolve("poster-%d.jpg".formatted(posters.size() + 1));
            run(poster(film, tile, file, new Seek(tools, desk)), desk);
            posters.add(desk.deliver("posters/" + file.getFileName(), "image/jpeg", file));
        }
        return List.copyOf(posters);
    }

    /// The picture of its tile, larger.
    private static List<String> poster(Film film, int tile, Path file, Seek seek)
            throws WorkFailure, InterruptedException {
        var video = film.video();
        var interval = film.board().intervalSeconds();
        var atUs = 1_000_000L * interval * tile;
        var arguments = new ArrayList<>(List.of("-v", "error", "-copyts"));
        arguments.addAll(seek.to(video.originUs() + atUs, video, film.source()));
        arguments.addAll(film.input());
        var filter = "%s,fps=1/%d:round=up,tpad=stop=-1:stop_mode=clone,trim=start_pts=%d:end_pts=%d,%s%s,setsar=1"
                .formatted(
                        Seek.filmTime(video.originUs(), atUs),
                        interval,
                        tile,
                        tile + 1,
                        posterSize(video),
                        toSdr(video));
        arguments.addAll(List.of("-map", "0:" + video.stream(), "-frames:v", "1", "-fps_mode", "passthrough"));
        arguments.addAll(List.of("-vf", filter, "-q:v", "3", "-f", "image2", "-update", "1", "-y", Tools.file(file)));
        return arguments;
    }

    private static String posterSize(VideoInfo video) {
        var longest = Math.max(video.width(), video.height());
        var share = Math.min(1, (double) LARGEST_POSTER / longest);
        return "scale=%d:%d"
                .formatted(
                        Math.max(2, Math.round(video.width() * share / 2) * 2),
                        Math.max(2, Math.round(video.height() * share / 2) * 2));
    }

    private void run(List<String> arguments, Desk desk) throws WorkFailure, InterruptedException {
        tools.ffmpeg(arguments).at(desk).within(PATIENCE).run().orFail();
    }

    private static String seconds(long microseconds) {
        return String.format(Locale.ROOT, "%.6f", microseconds / 1e6);
    }

    private static Path written(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
