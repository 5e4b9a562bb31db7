package io.streamverse.sdk;

/** 402: a quota is used up or a payment is due. What it would have cost is in the detail. */
public final class QuotaException extends StreamVerseException {
    QuotaException(Problem problem) {
        super(problem, null);
    }
}
