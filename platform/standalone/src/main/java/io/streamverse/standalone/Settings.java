package io.streamverse.standalone;

import io.streamverse.kernel.app.StartFailure;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the environment says, with defaults for all of it; an empty variable says nothing.
record Settings(
        int port,
        Path data,
        @Nullable String operatorKey,
        String baseDomain,
        int managementPort,
        boolean demo,
        String rateLimits,
        int databases) {
    private static final int SHORTEST_KEY = 32;

    static Settings from(Map<String, String> environment) {
        var said = new HashMap<>(environment);
        said.values().removeIf(String::isBlank);
        var key = said.get("STREAMVERSE_OPERATOR_KEY");
        if (key != null && key.length() < SHORTEST_KEY) {
            throw new StartFailure("STREAMVERSE_OPERATOR_KEY is too short: give it at least 32 characters.");
        }
        oneOf("text", "json", "STREAMVERSE_LOG", said);
        return new Settings(
                port(said, "STREAMVERSE_PORT", 8080),
                data(said.getOrDefault("STREAMVERSE_DATA", ".data")),
                key,
                said.getOrDefault("STREAMVERSE_BASE_DOMAIN", "localhost"),
                port(said, "STREAMVERSE_MANAGEMENT_PORT", 0),
                oneOf("true", "false", "STREAMVERSE_DEMO", said).equals("true"),
                oneOf("on", "off", "STREAMVERSE_RATE_LIMITS", said),
                databases(said.getOrDefault("STREAMVERSE_DATABASES", "1")));
    }

    Path operatorKeyFile() {
        return data.resolve("operator.key");
    }

    /// The one given, or else the one made at the first start.
    String knownOperatorKey() {
        return operatorKey != null ? operatorKey : new Secrets(data).get("operator.key");
    }

    /// The first where nothing is said.
    private static String oneOf(String first, String second, String name, Map<String, String> environment) {
        var value = environment.getOrDefault(name, first);
        if (!value.equals(first) && !value.equals(second)) {
            throw new StartFailure(
                    "%s is neither \"%s\" nor \"%s\": set it to one of them.".formatted(name, first, second));
        }
        return value;
    }

    private static int databases(String value) {
        if (!value.matches("[1-9]")) {
            throw new StartFailure(
                    "STREAMVERSE_DATABASES is \"" + value + "\": give the number of databases, from 1 to 9.");
        }
        return Integer.parseInt(value);
    }

    private static Path data(String path) {
        try {
            return Path.of(path).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new StartFailure("STREAMVERSE_DATA is \"" + path + "\", which is no path: name a folder.");
        }
    }

    private static int port(Map<String, String> environment, String name, int otherwise) {
        var value = environment.getOrDefault(name, String.valueOf(otherwise));
        if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > 65_535) {
            throw new StartFailure(name + " is \"" + value + "\", which is no port: give a number from 0 to 65535.");
        }
        var port = Integer.parseInt(value);
        FreePort.demand(port, name);
        return port;
    }

    @Override
    public String toString() {
        return "port " + port + ", data in " + data;
    }
}
