package io.streamverse.worker.fetch;

import io.streamverse.worker.work.WorkFailure;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Objects;

/// Follows an address to where the file is. Every step is judged like the first.
final class Client {
    private static final int MOST_REDIRECTS = 5;
    private final FetchConfig config;
    private final Dialer dialer;

    Client(FetchConfig config, Dialer dialer) {
        this.config = config;
        this.dialer = dialer;
    }

    Answer get(URI url, Map<String, String> headers) throws WorkFailure, IOException {
        var target = Target.of(url, config);
        for (var redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            var answer = ask(target, headers);
            if (!answer.isRedirect()) {
                return answer;
            }
            answer.close();
            target = target.redirectedTo(Objects.requireNonNull(answer.header("location")), config);
        }
        throw FetchFailure.address("it leads on and on, more than %d times.".formatted(MOST_REDIRECTS));
    }

    private Answer ask(Target target, Map<String, String> headers) throws WorkFailure, IOException {
        var connection = dialer.connect(target);
        var guard = new Guard(connection, config.stall());
        try {
            var socket = target.secure() ? Dialer.secured(connection, target) : connection;
            return Answer.to(target, headers, socket, guard);
        } catch (IOException e) {
            guard.close();
            throw e;
        }
    }
}
