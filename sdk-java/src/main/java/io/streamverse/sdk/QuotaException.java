package io.streamverse.sdk;

import org.jspecify.annotations.Nullable;

/** 402: a quota is used up or a payment is due. */
public final class QuotaException extends StreamVerseException {
    private final transient @Nullable ExceededLimit limit;

    QuotaException(Problem problem) {
        super(problem, null);
        this.limit = problem.limit();
    }

    /**
     * The quota that had no room.
     *
     * @return its numbers, or null where it was no quota that refused
     */
    public @Nullable ExceededLimit limit() {
        return limit;
    }
}
