package io.streamverse.worker.pictures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/// What a picture looks like, as FFmpeg's `signalstats` and `blurdetect` measure it: brightness and the span between
/// its dark and bright tenth from 0 to 255; how wide edges are, in pixels.
record Look(int tile, double brightness, double contrast, double blur) {
    private static final int DARK = 40;
    private static final int FLAT = 40;

    /// Neither black nor all of one tone, as are fades, slates and skies.
    boolean showsSomething() {
        return brightness >= DARK && contrast >= FLAT;
    }

    static List<Look> read(List<String> lines) {
        var looks = new ArrayList<Look>();
        var values = new HashMap<String, Double>();
        for (var line : lines) {
            if (line.startsWith("frame:")) {
                add(values, looks);
                values.clear();
            } else {
                read(line, values);
            }
        }
        add(values, looks);
        return looks;
    }

    /// What has no edges has no number for how wide they are.
    private static void read(String line, HashMap<String, Double> values) {
        var parts = line.substring(line.lastIndexOf('.', line.indexOf('=')) + 1).split("=");
        if (!parts[1].endsWith("nan")) {
            values.put(parts[0], Double.parseDouble(parts[1]));
        }
    }

    private static void add(HashMap<String, Double> values, List<Look> looks) {
        if (!values.isEmpty()) {
            looks.add(new Look(
                    looks.size(),
                    values.getOrDefault("YAVG", 0.0),
                    values.getOrDefault("YHIGH", 0.0) - values.getOrDefault("YLOW", 0.0),
                    values.getOrDefault("blur", Double.MAX_VALUE)));
        }
    }
}
