package io.streamverse.server.rates;

/// Whether a bucket had one left; how many are, or how long until there is one.
record Verdict(Rate rate, boolean isPassed, int left, long waitMillis) {
    static Verdict passed(Rate rate, int left) {
        return new Verdict(rate, true, left, 0);
    }

    static Verdict refused(Rate rate, long waitMillis) {
        return new Verdict(rate, false, 0, waitMillis);
    }

    /// As `RateLimit-Policy` says it: how many in how many seconds.
    String policy() {
        return '"' + rate.name() + "\";q=" + rate.burst() + ";w=" + rate.secondsUntilFull(0);
    }

    /// As `RateLimit` says it: how many are left, and in how many seconds all are back.
    String state() {
        return '"' + rate.name() + "\";r=" + left + ";t=" + rate.secondsUntilFull(left);
    }
}
