package io.streamverse.sdk.cli;

/** The program was called in a way it does not understand. */
final class WrongUse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongUse(String message) {
        super(message);
    }
}
