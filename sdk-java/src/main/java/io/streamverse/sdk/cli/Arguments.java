package io.streamverse.sdk.cli;

import io.streamverse.sdk.UploadOptions;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the program is to do. */
record Arguments(
        Path file,
        URI url,
        String key,
        UploadOptions options,
        @Nullable Duration patience) {
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,6})([smh])");

    static Arguments read(List<String> words, Map<String, String> environment) {
        if (!words.get(0).equals("upload")) {
            throw new WrongUse("There is no command " + words.get(0) + ": it is upload.");
        }
        var left = new ArrayDeque<>(words.subList(1, words.size()));
        var url = environment.getOrDefault("STREAMVERSE_URL", "http://localhost:8080");
        var key = environment.getOrDefault("STREAMVERSE_KEY", "");
        var options = UploadOptions.usual();
        Duration patience = null;
        Path file = null;
        while (!left.isEmpty()) {
            var word = left.pop();
            switch (word) {
                case "--url" -> url = value(word, left);
                case "--key" -> key = value(word, left);
                case "--name" -> options = options.withName(value(word, left));
                case "--external-id" -> options = options.withExternalId(value(word, left));
                case "--asset" -> options = options.withAssetId(value(word, left));
                case "--parallel" -> options = options.withParallel(connections(value(word, left)));
                case "--wait" -> patience = duration(value(word, left));
                case "--no-resume" -> options = options.withResumeFolder(null);
                default -> file = file(word, file);
            }
        }
        if (file == null) {
            throw new WrongUse("Which file?");
        }
        if (key.isBlank()) {
            throw new WrongUse("There is no key: set STREAMVERSE_KEY to one with media:write.");
        }
        return new Arguments(file, address(url), key, options, patience);
    }

    private static String value(String option, ArrayDeque<String> left) {
        if (left.isEmpty()) {
            throw new WrongUse(option + " wants a value.");
        }
        return left.pop();
    }

    private static Path file(String word, @Nullable Path earlier) {
        if (word.startsWith("-")) {
            throw new WrongUse("There is no option " + word + ".");
        }
        if (earlier != null) {
            throw new WrongUse("One file at a time: " + earlier + " or " + word + "?");
        }
        var file = Path.of(word);
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new WrongUse("There is no file " + file + " that can be read.");
        }
        return file;
    }

    private static int connections(String text) {
        if (!text.matches("[0-9]{1,2}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 32) {
            throw new WrongUse("--parallel is 1 to 32.");
        }
        return Integer.parseInt(text);
    }

    private static Duration duration(String text) {
        var match = DURATION.matcher(text);
        if (!match.matches()) {
            throw new WrongUse("--wait is written 90s, 30m or 2h.");
        }
        long number = Long.parseLong(match.group(1));
        return switch (match.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
    }

    private static URI address(String url) {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException e) {
            throw new WrongUse("No address: " + url);
        }
    }
}
