package io.streamverse.sdk;

/** 404: there is no such resource, or it belongs to somebody else. */
public final class NotFoundException extends StreamVerseException {
    NotFoundException(Problem problem) {
        super(problem, null);
    }
}
