package io.streamverse.server.rates;

/// So many requests at once, and so many more each second; named by whose they are and the lane, `key-bulk`.
record Rate(String name, int perSecond, int burst) {
    static Rate parse(String written) {
        var words = written.split(" ");
        return new Rate(words[0], Integer.parseInt(words[1]), Integer.parseInt(words[2]));
    }

    /// What a server takes from the shared bucket in one go: a twentieth of a second's.
    int lease() {
        return Math.clamp(perSecond / 20, 1, 100);
    }

    /// How many there must be before a server that found none asks again: a fiftieth of a second's.
    int worthAsking() {
        return Math.clamp(perSecond / 50, 1, burst);
    }

    int secondsUntilFull(int left) {
        return Math.ceilDiv(Math.max(0, burst - left), perSecond);
    }
}
