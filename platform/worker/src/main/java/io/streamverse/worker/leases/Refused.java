package io.streamverse.worker.leases;

/// The server answered, and not what was hoped for.
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int CONFLICT = 409;
    private static final int NOT_FOUND = 404;
    private static final int FIRST_OF_SERVER = 500;
    private static final int TOO_MANY = 429;
    private final int status;

    Refused(int status, String body) {
        super(status + " " + body, null, false, false);
        this.status = status;
    }

    /// Trying again may help.
    boolean isPassing() {
        return status >= FIRST_OF_SERVER || status == TOO_MANY;
    }

    /// The attempt does not count any more.
    boolean isFenced() {
        return status == CONFLICT || status == NOT_FOUND;
    }

    boolean isUnknown() {
        return status == NOT_FOUND;
    }
}
