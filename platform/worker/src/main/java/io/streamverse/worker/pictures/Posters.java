package io.streamverse.worker.pictures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Chooses the tiles that may make a poster: of each fifth of the film the sharpest that shows something. Where fewer
/// than three do, those with the most contrast come along.
final class Posters {
    private static final int MOST = 5;
    private static final int LEAST = 3;

    private Posters() {}

    static List<Integer> choose(List<Look> looks) {
        var chosen = new ArrayList<Integer>();
        for (int fifth = 0; fifth < MOST; fifth++) {
            looks.subList(looks.size() * fifth / MOST, looks.size() * (fifth + 1) / MOST).stream()
                    .filter(Look::showsSomething)
                    .min(Comparator.comparingDouble(Look::blur))
                    .ifPresent(it -> chosen.add(it.tile()));
        }
        looks.stream()
                .filter(it -> !chosen.contains(it.tile()))
                .sorted(Comparator.comparingDouble(Look::contrast).reversed())
                .limit(Math.max(0, LEAST - chosen.size()))
                .forEach(it -> chosen.add(it.tile()));
        return chosen.stream().sorted().toList();
    }
}
