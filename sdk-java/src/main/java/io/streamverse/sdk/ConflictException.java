package io.streamverse.sdk;

/** 409: the state of the resource, or another one with the same name, stands in the way. */
public final class ConflictException extends StreamVerseException {
    ConflictException(Problem problem) {
        super(problem, null);
    }
}
