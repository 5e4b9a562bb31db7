package io.streamverse.sdk;

import java.util.Set;
import java.util.function.LongConsumer;

/** Sends one span under one address until the platform has all of it. */
final class Sending {
    /** 423: our own broken connection is still believed alive; 409: an answer was lost; 460: bytes were. */
    private static final Set<Integer> PASSING = Set.of(0, 409, 423, 429, 460, 500, 502, 503, 504);

    private final Transport transport;
    private final Tus tus;
    private final UploadOptions options;

    Sending(Transport transport, UploadOptions options) {
        this.transport = transport;
        this.tus = new Tus(transport);
        this.options = options;
    }

    Tus.State send(Tus.State begun, FileSpan span, LongConsumer sent) {
        var state = begun;
        int failures = 0;
        while (state.offset() < span.bytes()) {
            long offset = state.offset();
            try {
                var piece = span.part(offset, Math.min(options.pieceBytes(), span.bytes() - offset));
                state = tus.append(state.address(), offset, piece, taken -> sent.accept(offset + taken));
                failures = 0;
            } catch (StreamVerseException e) {
                state = after(e, ++failures, state);
                failures = state.offset() > offset ? 0 : failures;
            }
            sent.accept(state.offset());
        }
        return state;
    }

    /** Where to go on; asking may fail just as well. */
    private Tus.State after(StreamVerseException failure, int failures, Tus.State state) {
        if (failures > options.maxRetries() || !passes(failure)) {
            throw failure;
        }
        transport.restAfter(failures, failure);
        try {
            return tus.look(state.address());
        } catch (StreamVerseException e) {
            return after(e, failures + 1, state);
        }
    }

    private static boolean passes(StreamVerseException failure) {
        return PASSING.contains(failure.status()) && !failure.code().equals("connection.interrupted");
    }
}
