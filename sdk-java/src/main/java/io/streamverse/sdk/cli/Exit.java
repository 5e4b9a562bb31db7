package io.streamverse.sdk.cli;

/** How the program ends. */
final class Exit {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int WRONG = 2;
    static final int UNREACHABLE = 3;
    static final int NOT_READY = 4;

    private Exit() {}
}
