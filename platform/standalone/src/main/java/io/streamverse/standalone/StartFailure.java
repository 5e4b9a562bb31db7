package io.streamverse.standalone;

/// Why it does not start: one sentence that says what to do.
final class StartFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StartFailure(String sentence) {
        super(sentence);
    }
}
