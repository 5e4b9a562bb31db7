package io.streamverse.sdk;

/** 410: the resource was here and is not any more. */
public final class GoneException extends StreamVerseException {
    GoneException(Problem problem) {
        super(problem, null);
    }
}
