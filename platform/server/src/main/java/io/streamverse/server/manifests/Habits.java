package io.streamverse.server.manifests;

import io.streamverse.media.index.Scheme;
import io.streamverse.media.manifest.KeyLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// How players differ, in one table. Whatever is not here is the same for all of them.
///
/// - `picksCodec`: given several codecs, it takes the one that its device shows best. Others are given one.
/// - `clearKeyLine`: how an HLS playlist tells it of a ClearKey.
/// - `clearKeySchemes`: with which encryption it can use a ClearKey at all.
/// - `startsByManifest`: nobody can tell it where to start but the manifest. The others are told by our answer, so that
///   everybody's manifest is the same wherever they go on.
/// - `steers`: it goes to the hosts of a steering document from a manifest that names none of them.
record Habits(
        boolean picksCodec,
        KeyLines clearKeyLine,
        Set<Scheme> clearKeySchemes,
        boolean startsByManifest,
        boolean steers) {
    private static final Set<Scheme> BOTH = Set.of(Scheme.CENC, Scheme.CBCS);
    private static final Set<Scheme> CENC = Set.of(Scheme.CENC);

    static Habits of(Player player) {
        return switch (player) {
            // Asks MediaCapabilities and drops the other codecs before it starts. Of ClearKey lines it knows identity.
            // It clones absolute addresses alone, and fails on a relative one (5.2.12).
            case SHAKA -> new Habits(true, KeyLines.IDENTITY, BOTH, false, false);
            // Groups levels by codec and stays there, but starts with the first it finds. It refuses a playlist that
            // has an identity line, and takes ClearKey only as org.w3.clearkey.
            case HLS_JS -> new Habits(false, KeyLines.CLEARKEY, BOTH, false, true);
            // Reads no HLS. Several codecs are several sets to it, of which it takes the first it can. Its ClearKey
            // fails with a TypeError (5.2.1).
            case DASH_JS -> new Habits(false, KeyLines.IDENTITY, Set.of(), false, true);
            // One track group per set; the selector asks the decoders. ClearKey works with cenc in DASH alone.
            case MEDIA3 -> new Habits(true, KeyLines.IDENTITY, CENC, false, false);
            // AVPlayer picks by CODECS and VIDEO-RANGE. It has no ClearKey.
            case NATIVE -> new Habits(true, KeyLines.IDENTITY, Set.of(), true, true);
            // Nothing is known of it, so it gets what the most can do.
            case OTHER -> new Habits(false, KeyLines.IDENTITY, BOTH, false, false);
        };
    }

    KeyLines keyLines(Scheme scheme, Set<String> keySystems) {
        if (scheme == Scheme.NONE) {
            return KeyLines.PLAIN;
        }
        return keySystems.equals(Set.of("clearkey")) ? clearKeyLine : KeyLines.LICENSED;
    }

    /// What can be decrypted, best first. FairPlay knows cbcs only, PlayReady on many devices cenc only, Widevine both,
    /// older devices cenc only.
    List<Scheme> schemes(Set<String> keySystems) {
        var schemes = new ArrayList<Scheme>(List.of(Scheme.NONE));
        var hasFairPlay = keySystems.contains("fairplay");
        if (hasFairPlay) {
            schemes.add(Scheme.CBCS);
        }
        for (var scheme : List.of(Scheme.CENC, Scheme.CBCS)) {
            var can = keySystems.contains("widevine")
                    || (keySystems.contains("playready") && scheme == Scheme.CENC)
                    || (keySystems.contains("clearkey") && clearKeySchemes.contains(scheme));
            if (can && !schemes.contains(scheme)) {
                schemes.add(scheme);
            }
        }
        return schemes;
    }
}
