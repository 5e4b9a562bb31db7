package io.streamverse.server.beacons;

import jakarta.inject.Singleton;

@Singleton
public class Beacons {
    private final BeaconTokens tokens;

    Beacons(BeaconTokens tokens) {
        this.tokens = tokens;
    }

    /// Where its player tells it; `base` is where the viewer's app is, as `https://aurora.example.com`.
    public String address(String base, Play play) {
        return base + EventsController.PATH + "?token=" + tokens.sign(play);
    }
}
