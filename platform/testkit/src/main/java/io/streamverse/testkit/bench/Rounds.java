package io.streamverse.testkit.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The same figures again and again. What stands in one round was taken close together, so that ratios within a round
/// survive a machine that is busy with something else for a while.
public record Rounds(List<Map<String, Double>> all) {
    public Rounds() {
        this(new ArrayList<>());
    }

    public void add(Map<String, Double> figures) {
        all.add(figures);
    }

    public Map<String, Double> medians() {
        var medians = new LinkedHashMap<String, Double>();
        all.getFirst().keySet().forEach(figure -> medians.put(figure, median(figure)));
        return medians;
    }

    public double median(String figure) {
        return percentile(figure, 50);
    }

    public double percentile(String figure, int percent) {
        var sorted = all.stream()
                .mapToDouble(round -> round.getOrDefault(figure, Double.NaN))
                .sorted()
                .toArray();
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }
}
