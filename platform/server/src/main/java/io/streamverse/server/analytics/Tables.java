package io.streamverse.server.analytics;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;

/// Makes the tables where they are not there. The files run in order, each statement as often as one likes.
@Singleton
class Tables {
    private static final List<String> FILES = List.of("/analytics/1-tables.sql");
    private final ClickHouse clickHouse;
    private volatile boolean made;

    Tables(ClickHouse clickHouse) {
        this.clickHouse = clickHouse;
    }

    void demand() {
        if (!made) {
            make();
        }
    }

    /// ClickHouse may have come back empty.
    void doubt() {
        made = false;
    }

    private synchronized void make() {
        if (made) {
            return;
        }
        clickHouse.createDatabase();
        for (var file : FILES) {
            for (var statement : text(file).split(";\n")) {
                if (!statement.isBlank()) {
                    clickHouse.run(statement);
                }
            }
        }
        made = true;
    }

    private static String text(String file) {
        try (var stream = Tables.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException(file + " is not on the class path");
            }
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(file + " cannot be read", e);
        }
    }
}
