package io.streamverse.server.viewers;

import io.streamverse.kernel.problem.Forbidden;
import io.streamverse.kernel.security.Caller;
import jakarta.inject.Singleton;

/// Profiles behind a PIN. A log-in has one profile open; opening another closes it, so that a child who was given the
/// screen does not come back to a grown-up's. No connection is held while a PIN is hashed.
@Singleton
class Pins {
    private final Profiles profiles;
    private final Sessions sessions;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Attempts attempts;

    Pins(Profiles profiles, Sessions sessions, Accounts accounts, Passwords passwords, Attempts attempts) {
        this.profiles = profiles;
        this.sessions = sessions;
        this.accounts = accounts;
        this.passwords = passwords;
        this.attempts = attempts;
    }

    void open(Caller caller, String profileId, OpenProfileRequest request) {
        var profile = profiles.get(caller.id(), profileId);
        var pin = profile.pinHash();
        if (pin != null && !profiles.isOpen(caller, profileId)) {
            if (request.password() != null) {
                accounts.demandPassword(caller.id(), request.password());
            } else if (request.pin() != null) {
                demand(profileId, pin, request.pin());
            } else {
                throw ViewerProfile.locked();
            }
        }
        sessions.open(caller.viewerSession(), profileId);
    }

    /// Whoever sets it knows it.
    void set(Caller caller, String profileId, String pin) {
        profiles.put(caller, profileId, passwords.hash(pin));
        sessions.open(caller.viewerSession(), profileId);
    }

    private void demand(String profileId, String hash, String pin) {
        attempts.begin(profileId);
        if (!passwords.matches(pin, Argon2.parse(hash))) {
            throw new Forbidden("viewers.pin.refused", "This is not the PIN of this profile");
        }
        attempts.succeeded(profileId);
    }
}
