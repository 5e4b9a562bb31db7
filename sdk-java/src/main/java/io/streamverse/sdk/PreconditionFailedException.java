package io.streamverse.sdk;

/** 412: somebody else changed the resource since it was read. Read it again, then decide. */
public final class PreconditionFailedException extends StreamVerseException {
    PreconditionFailedException(Problem problem) {
        super(problem, null);
    }
}
