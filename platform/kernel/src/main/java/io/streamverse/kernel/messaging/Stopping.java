package io.streamverse.kernel.messaging;

/// The app goes down; what was not finished is taken up by the next that starts.
final class Stopping extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stopping() {
        super("The app stops", null, false, false);
    }
}
