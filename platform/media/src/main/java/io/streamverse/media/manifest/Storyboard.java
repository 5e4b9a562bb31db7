package io.streamverse.media.manifest;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Small pictures at even times in sprites `001.jpg`, `002.jpg` …, five across and five down, and the WebVTT file that
/// says which is where; all lie in `../storyboard/`.
public record Storyboard(String file, int width, int height, int secondsPerTile) {
    public static final int ACROSS = 5;
    private static final int PER_SPRITE = ACROSS * ACROSS;
    private static final Pattern CUE = Pattern.compile(
            "(?m)^(\\d{2,4}):(\\d{2}):(\\d{2})\\.(\\d{3}) --> (\\S+)\\n(\\d{3})\\.jpg#xywh=(\\d{1,5}),(\\d{1,5}),(\\d{1,4}),(\\d{1,4})$");

    /// Empty where the text has another layout, which no manifest could describe.
    public static Optional<Storyboard> of(String file, String webVtt) {
        var cues = CUE.matcher(webVtt);
        if (!cues.find()) {
            return Optional.empty();
        }
        int width = number(cues, 9);
        int height = number(cues, 10);
        int seconds = cues.find() ? seconds(cues) : 1;
        var board = new Storyboard(file, width, height, seconds);
        return seconds > 0 && board.describes(CUE.matcher(webVtt)) ? Optional.of(board) : Optional.empty();
    }

    int secondsPerSprite() {
        return PER_SPRITE * secondsPerTile;
    }

    private boolean describes(Matcher cues) {
        for (int tile = 0; cues.find(); tile++) {
            int place = tile % PER_SPRITE;
            if (seconds(cues) != tile * secondsPerTile
                    || number(cues, 6) != tile / PER_SPRITE + 1
                    || number(cues, 7) != place % ACROSS * width
                    || number(cues, 8) != place / ACROSS * height
                    || number(cues, 9) != width
                    || number(cues, 10) != height) {
                return false;
            }
        }
        return true;
    }

    private static int seconds(Matcher cue) {
        return 3600 * number(cue, 1) + 60 * number(cue, 2) + number(cue, 3);
    }

    private static int number(Matcher cue, int group) {
        return Integer.parseInt(cue.group(group));
    }
}
