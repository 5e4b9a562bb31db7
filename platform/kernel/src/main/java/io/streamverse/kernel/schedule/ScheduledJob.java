package io.streamverse.kernel.schedule;

import java.time.Instant;

/// Work by the clock. Each due time is run by one server, once it succeeded; one that fails is tried again, later and
/// later, until it succeeds.
public interface ScheduledJob {
    /// What becomes of due times that passed while nobody ran.
    enum Missed {
        EACH,
        LATEST
    }

    /// `<app>.<room>.<job>`; the row in `plumbing.schedule`.
    String name();

    /// Six fields, seconds first, in UTC.
    String cron();

    default Missed missed() {
        return Missed.LATEST;
    }

    /// Takes at most one lease (a minute) unless it is made of parts that can be repeated: a server that dies is
    /// replaced after that.
    void run(Instant dueAt);
}
