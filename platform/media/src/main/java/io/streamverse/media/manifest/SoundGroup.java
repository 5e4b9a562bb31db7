package io.streamverse.media.manifest;

import io.streamverse.media.index.Content;
import io.streamverse.media.index.IndexTrack;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Every voice of a film at one quality. A voice that was not made at it is there as well as it was made, so that all
/// groups offer the same, as RFC 8216 wants it.
record SoundGroup(String id, int channels, Map<Voice, IndexTrack> members) {
    /// A second sound of a language, a commentary say, has number 2.
    record Voice(String language, int number) {
        String name() {
            var locale = Locale.forLanguageTag(language);
            var known = language.equals("und") ? "" : locale.getDisplayName(locale);
            var name = known.isEmpty() ? language : known;
            return number == 1 ? name : name + " " + number;
        }
    }

    private record Quality(int channels, String family, int kbps) implements Comparable<Quality> {
        private static final Comparator<Quality> ORDER = Comparator.comparingInt(Quality::channels)
                .thenComparingInt(Quality::kbps)
                .thenComparing(Quality::family);

        @Override
        public int compareTo(Quality other) {
            return ORDER.compare(this, other);
        }
    }

    private static final Pattern BEHIND_LANGUAGE = Pattern.compile("([0-9]{1,6})(-[0-9]+)?(-c[a-z]+)?");

    /// From the least quality to the best.
    static List<SoundGroup> of(List<IndexTrack> sounds) {
        var byQuality = new TreeMap<Quality, Map<Voice, IndexTrack>>();
        var voices = new ArrayList<Voice>();
        for (var track : sounds) {
            var members = byQuality.computeIfAbsent(quality(track), _ -> new LinkedHashMap<>());
            var voice = voice(track, members);
            members.put(voice, track);
            if (!voices.contains(voice)) {
                voices.add(voice);
            }
        }
        return filled(byQuality, voices);
    }

    private static List<SoundGroup> filled(TreeMap<Quality, Map<Voice, IndexTrack>> byQuality, List<Voice> voices) {
        var groups = new ArrayList<SoundGroup>();
        byQuality.forEach((quality, members) -> {
            var all = new LinkedHashMap<Voice, IndexTrack>();
            for (var voice : voices) {
                all.put(voice, nearest(byQuality, quality, voice));
            }
            groups.add(new SoundGroup("sound-" + (groups.size() + 1), quality.channels, all));
        });
        return List.copyOf(groups);
    }

    private static IndexTrack nearest(TreeMap<Quality, Map<Voice, IndexTrack>> made, Quality wanted, Voice voice) {
        for (var members : made.headMap(wanted, true).descendingMap().values()) {
            var track = members.get(voice);
            if (track != null) {
                return track;
            }
        }
        return made.tailMap(wanted, false).values().stream()
                .filter(it -> it.containsKey(voice))
                .map(it -> it.get(voice))
                .findFirst()
                .orElseThrow();
    }

    private static Voice voice(IndexTrack track, Map<Voice, IndexTrack> taken) {
        var language = track.info().language();
        var voice = new Voice(language, 1);
        while (taken.containsKey(voice)) {
            voice = new Voice(language, voice.number + 1);
        }
        return voice;
    }

    private static Quality quality(IndexTrack track) {
        var sound = (Content.Sound) track.info().content();
        return new Quality(sound.channels(), Codecs.family(track), kbps(track));
    }

    /// Our tracks are called `a-<language>-<kbps>`; what is called otherwise has one quality.
    private static int kbps(IndexTrack track) {
        var start = "a-" + track.info().language().toLowerCase(Locale.ROOT) + "-";
        if (!track.id().startsWith(start)) {
            return 0;
        }
        var rest = BEHIND_LANGUAGE.matcher(track.id().substring(start.length()));
        return rest.matches() ? Integer.parseInt(rest.group(1)) : 0;
    }

    long peakBitsPerSecond() {
        return members.values().stream()
                .mapToLong(IndexTrack::peakBitsPerSecond)
                .max()
                .orElse(0);
    }

    long averageBitsPerSecond() {
        return members.values().stream()
                .mapToLong(IndexTrack::averageBitsPerSecond)
                .max()
                .orElse(0);
    }
}
