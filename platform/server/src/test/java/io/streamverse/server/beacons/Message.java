package io.streamverse.server.beacons;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What a player sends, as a test says it.
public final class Message {
    private Message() {}

    public static Map<String, Object> of(String session, List<Map<String, Object>> events) {
        return new HashMap<>(Map.of(
                "sessionId", session, "sentAt", Instant.now().toString(), "events", events, "aFieldOfTomorrow", true));
    }

    public static Map<String, Object> consenting(String session, List<Map<String, Object>> events) {
        var message = of(session, events);
        message.put("consent", "granted");
        return message;
    }

    public static Map<String, Object> event(String type, Map<String, Object> data) {
        return event(UUID.randomUUID().toString(), type, 0, data);
    }

    public static Map<String, Object> event(String id, String type, long positionMs, Map<String, Object> data) {
        return Map.of(
                "id",
                id,
                "seq",
                1,
                "type",
                type,
                "at",
                Instant.now().toString(),
                "positionMs",
                positionMs,
                "data",
                data);
    }
}
