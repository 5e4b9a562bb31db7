package io.streamverse.sdk;

/** 403: the key is good, but not for this: a scope is missing, or the tenant is suspended. */
public final class ForbiddenException extends StreamVerseException {
    ForbiddenException(Problem problem) {
        super(problem, null);
    }
}
