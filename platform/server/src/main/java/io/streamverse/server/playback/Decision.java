package io.streamverse.server.playback;

import java.util.List;
import java.util.Optional;

/// May it play, and how each step answered.
record Decision(List<Finding> findings) {
    Decision {
        findings = List.copyOf(findings);
    }

    /// The first step that failed.
    Optional<Finding> denial() {
        return findings.stream().filter(Finding::isFailure).findFirst();
    }
}
