package io.streamverse.sdk;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * No answer came, even after the retries: the connection could not be made or broke ({@code connection.broken}), took too
 * long ({@code connection.timeout}), or the calling thread was interrupted ({@code connection.interrupted}, with its
 * interrupt flag set again). The call may have taken effect; a {@code POST} may be sent again with the same
 * {@link RequestOptions#withIdempotencyKey idempotency key}.
 */
public final class ConnectionException extends StreamVerseException {
    private enum Doubt {
        NEVER_SENT,
        MAYBE_SENT,
        GIVEN_UP
    }

    private final Doubt doubt;

    private ConnectionException(String code, String detail, Doubt doubt, Throwable cause) {
        super(new Problem(0, code, detail, null, List.of(), null), cause);
        this.doubt = doubt;
    }

    static ConnectionException broken(Call call, boolean neverSent, IOException cause) {
        var doubt = neverSent ? Doubt.NEVER_SENT : Doubt.MAYBE_SENT;
        return new ConnectionException("connection.broken", "No answer to " + call, doubt, cause);
    }

    static ConnectionException timedOut(Call call, Duration timeout, Throwable cause) {
        var detail = "No answer to " + call + " within " + timeout.toMillis() + " ms";
        return new ConnectionException("connection.timeout", detail, Doubt.MAYBE_SENT, cause);
    }

    static ConnectionException interrupted(Call call, InterruptedException cause) {
        return new ConnectionException("connection.interrupted", call + " was interrupted", Doubt.GIVEN_UP, cause);
    }

    boolean repeatable(boolean conditional) {
        return doubt == Doubt.NEVER_SENT || (doubt == Doubt.MAYBE_SENT && !conditional);
    }
}
