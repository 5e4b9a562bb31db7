package io.streamverse.sdk;

/** 400 or 422: the request is malformed or breaks a rule; see {@link #fieldErrors()}. */
public final class ValidationException extends StreamVerseException {
    ValidationException(Problem problem) {
        super(problem, null);
    }
}
