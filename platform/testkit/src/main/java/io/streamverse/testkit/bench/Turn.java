package io.streamverse.testkit.bench;

import java.util.List;

/// One request after the other, and the first again after the last.
final class Turn {
    private final List<Request> requests;
    private int count;

    Turn(List<Request> requests) {
        this.requests = requests;
    }

    Request request() {
        return requests.get(count++ % requests.size());
    }

    int count() {
        return count;
    }
}
