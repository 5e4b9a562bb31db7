package io.streamverse.server.jobs;

import io.streamverse.kernel.problem.Malformed;
import io.streamverse.media.work.WorkJson;

/// What a worker says; it may be of a newer release and say more than is known here.
final class Told {
    private Told() {}

    static <T> T read(String body, Class<T> type) {
        try {
            return WorkJson.read(body, type);
        } catch (IllegalArgumentException e) {
            throw new Malformed("http.body.malformed", String.valueOf(e.getMessage()));
        }
    }
}
