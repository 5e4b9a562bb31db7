package io.streamverse.worker.pictures;

import io.streamverse.media.source.VideoInfo;
import java.util.Locale;
import java.util.stream.IntStream;

/// At most 200 tiles at even times, 25 of them in a sprite.
record Storyboard(int width, int height, int intervalSeconds, int tiles, long durationMs) {
    static final int ACROSS = 5;
    private static final int PER_SPRITE = ACROSS * ACROSS;
    private static final int LONG_SIDE = 160;
    private static final int MOST_TILES = 200;
    private static final int[] INTERVALS = {1, 2, 5, 10, 15, 20, 30, 60, 120, 300, 600};

    static Storyboard of(VideoInfo video) {
        var durationMs = video.frameRate().microseconds(video.frames()) / 1000;
        var interval = IntStream.of(INTERVALS)
                .filter(it -> tiles(durationMs, it) <= MOST_TILES)
                .findFirst()
                .orElse(Math.toIntExact(Math.ceilDiv(durationMs, MOST_TILES * 1000)));
        var longest = Math.max(video.width(), video.height());
        return new Storyboard(
                scaled(video.width(), longest),
                scaled(video.height(), longest),
                interval,
                tiles(durationMs, interval),
                durationMs);
    }

    private static int tiles(long durationMs, int interval) {
        return Math.max(1, Math.toIntExact(Math.ceilDiv(durationMs, interval * 1000L)));
    }

    private static int scaled(int side, int longest) {
        return Math.max(2, (int) Math.round((double) side * LONG_SIDE / longest / 2) * 2);
    }

    int sprites() {
        return Math.ceilDiv(tiles, PER_SPRITE);
    }

    static String sprite(int number) {
        return "%03d.jpg".formatted(number + 1);
    }

    /// Sprites lie beside it.
    String webVtt() {
        var text = new StringBuilder("WEBVTT\n");
        for (int tile = 0; tile < tiles; tile++) {
            var from = (long) tile * intervalSeconds * 1000;
            var to = Math.min(durationMs, from + intervalSeconds * 1000L);
            var place = tile % PER_SPRITE;
            text.append("\n%s --> %s\n%s#xywh=%d,%d,%d,%d\n"
                    .formatted(
                            time(from),
                            time(Math.max(to, from + 1)),
                            sprite(tile / PER_SPRITE),
                            place % ACROSS * width,
                            place / ACROSS * height,
                            width,
                            height));
        }
        return text.toString();
    }

    private static String time(long milliseconds) {
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d.%03d",
                milliseconds / 3_600_000,
                milliseconds / 60_000 % 60,
                milliseconds / 1000 % 60,
                milliseconds % 1000);
    }
}
