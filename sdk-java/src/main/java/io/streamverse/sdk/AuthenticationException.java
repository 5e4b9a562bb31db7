package io.streamverse.sdk;

/** 401: the key is missing, unknown, revoked or expired. */
public final class AuthenticationException extends StreamVerseException {
    AuthenticationException(Problem problem) {
        super(problem, null);
    }
}
