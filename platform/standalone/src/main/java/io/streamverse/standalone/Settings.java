package io.streamverse.standalone;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the environment says, with defaults for all of it.
record Settings(int port, Path data, @Nullable String operatorKey, String baseDomain, int managementPort) {
    private static final int SHORTEST_KEY = 32;

    static Settings from(Map<String, String> environment) {
        var key = environment.get("STREAMVERSE_OPERATOR_KEY");
        if (key != null && key.length() < SHORTEST_KEY) {
            throw new StartFailure("STREAMVERSE_OPERATOR_KEY is too short: give it at least 32 characters.");
        }
        return new Settings(
                port(environment, "STREAMVERSE_PORT", 8080),
                Path.of(environment.getOrDefault("STREAMVERSE_DATA", ".data"))
                        .toAbsolutePath()
                        .normalize(),
                key,
                environment.getOrDefault("STREAMVERSE_BASE_DOMAIN", "localhost"),
                port(environment, "STREAMVERSE_MANAGEMENT_PORT", 0));
    }

    private static int port(Map<String, String> environment, String name, int otherwise) {
        var value = environment.getOrDefault(name, String.valueOf(otherwise));
        if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > 65_535) {
            throw new StartFailure(name + " is \"" + value + "\", which is no port: give a number from 0 to 65535.");
        }
        return Integer.parseInt(value);
    }

    @Override
    public String toString() {
        return "port " + port + ", data in " + data;
    }
}
