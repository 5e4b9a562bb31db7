package io.streamverse.server.viewers;

import io.streamverse.kernel.problem.Forbidden;
import org.jspecify.annotations.Nullable;

/// One of the people behind an account. `maximumAge`: of what is rated for older ones, or not at all, it sees nothing.
/// `language` as BCP 47.
public record ViewerProfile(
        String id,
        String name,
        @Nullable Integer maximumAge,
        boolean kids,
        @Nullable String language,
        boolean hasPin) {

    /// This one, where the log-in may use it: behind a PIN it must have been opened.
    public ViewerProfile openTo(@Nullable ViewerSession session) {
        if (hasPin && (session == null || !id.equals(session.openProfile()))) {
            throw locked();
        }
        return this;
    }

    static Forbidden locked() {
        return new Forbidden("viewers.profile.locked", "This is behind a PIN: open the profile with it first");
    }
}
