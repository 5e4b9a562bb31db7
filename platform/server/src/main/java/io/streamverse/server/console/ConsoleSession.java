package io.streamverse.server.console;

import io.streamverse.kernel.security.Digests;
import io.streamverse.kernel.security.Sealed;
import java.time.Instant;
import java.util.Optional;

/// A key, its environment, and until when it may be used; as a cookie it is closed, so that only we can read it.
record ConsoleSession(String key, String environment, Instant expiresAt) {
    String closed(Sealed seal) {
        return seal.close(expiresAt.getEpochSecond() + " " + environment + " " + key);
    }

    /// Nothing where it is no session of ours, or over.
    static Optional<ConsoleSession> opened(String cookie, Sealed seal, Instant now) {
        return seal.open(cookie)
                .map(text -> text.split(" ", 3))
                .map(it -> new ConsoleSession(it[2], it[1], Instant.ofEpochSecond(Long.parseLong(it[0]))))
                .filter(it -> now.isBefore(it.expiresAt));
    }

    /// What the page sends beside the cookie. Another site's page can send the cookie along, but cannot know this.
    static String tokenOf(String cookie) {
        return Digests.sha256("streamverse.console.csrf:" + cookie);
    }
}
