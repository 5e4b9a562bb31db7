package io.streamverse.server.playback;

import java.util.Map;

/// What one step came to. `facts` help the one who was refused to go on.
record Finding(Step step, Outcome outcome, String detail, Map<String, Object> facts) {
    enum Outcome {
        PASSED,
        FAILED,
        SKIPPED
    }

    static Finding passed(Step step, String detail) {
        return new Finding(step, Outcome.PASSED, detail, Map.of());
    }

    static Finding failed(Step step, String detail) {
        return failed(step, detail, Map.of());
    }

    static Finding failed(Step step, String detail, Map<String, Object> facts) {
        return new Finding(step, Outcome.FAILED, detail, facts);
    }

    static Finding skipped(Step step, String detail) {
        return new Finding(step, Outcome.SKIPPED, detail, Map.of());
    }

    boolean isFailure() {
        return outcome == Outcome.FAILED;
    }
}
