package io.streamverse.server.playback;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamverse.kernel.problem.NotFound;
import io.streamverse.kernel.security.Caller;
import io.streamverse.server.drm.Drm;
import io.streamverse.server.drm.LicencePolicy;
import io.streamverse.server.keyring.Keyring;
import io.streamverse.server.media.Media;
import io.streamverse.server.media.PlayableAsset;
import io.streamverse.server.providers.KeySystem;
import io.streamverse.server.providers.Licence;
import jakarta.inject.Singleton;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Licences are for sessions that run, and for the keys of what they play.
@Singleton
class Licences {
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private final Running running;
    private final Media media;
    private final Drm drm;
    private final Keyring keyring;
    private final PlaybackConfig config;
    private final ObjectMapper json;
    private final Times times;

    Licences(
            Running running,
            Media media,
            Drm drm,
            Keyring keyring,
            PlaybackConfig config,
            ObjectMapper json,
            Times times) {
        this.running = running;
        this.media = media;
        this.drm = drm;
        this.keyring = keyring;
        this.config = config;
        this.json = json;
        this.times = times;
    }

    Licence issue(Caller viewer, String id, KeySystem system, @Nullable String keyId, byte[] challenge) {
        return issue(running.admitted(viewer, id), system, keyId, challenge);
    }

    /// The bare key, as players fetch it that follow an identity key line: a ClearKey licence in another form.
    byte[] key(String id, String keyId) {
        var session = running.admitted(id);
        var name = ENCODER.encodeToString(bytes(keyId));
        var licence = issue(
                session,
                KeySystem.CLEARKEY,
                keyId,
                "{\"kids\":[\"%s\"]}".formatted(name).getBytes(UTF_8));
        try {
            var value = json.readTree(UTF_8.decode(licence.body()).toString())
                    .at("/keys/0/k")
                    .asText();
            return Base64.getUrlDecoder().decode(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A ClearKey licence is JSON", e);
        }
    }

    private static byte[] bytes(String keyId) {
        try {
            return HexFormat.of().parseHex(keyId);
        } catch (IllegalArgumentException e) {
            throw new NotFound("playback.key.unknown", "such key in this playback");
        }
    }

    private Licence issue(PlaybackSession session, KeySystem system, @Nullable String keyId, byte[] challenge) {
        var keys =
                keysOf(session).filter(it -> keyId == null || it.equals(keyId)).collect(Collectors.toSet());
        if (keys.isEmpty()) {
            throw new NotFound("playback.key.unknown", "such key in this playback");
        }
        return drm.licence(system, challenge, keys, policy(session));
    }

    /// Of what it plays; none of pictures that its viewer does not get. What is kept has its keys also when its version
    /// serves no more.
    private Stream<String> keysOf(PlaybackSession session) {
        var set = session.keyId() != null
                ? Optional.of(session.keyId())
                : media.playable(session.assetId(), session.assetVersion()).map(PlayableAsset::keyId);
        return set.stream()
                .flatMap(it -> keyring.ofSet(it).stream())
                .filter(it -> it.within(session.maximumHeight()))
                .map(it -> it.key().keyId());
    }

    private LicencePolicy policy(PlaybackSession session) {
        var end = times.endOf(session);
        return session.kept()
                ? LicencePolicy.kept(end, session.maximumHeight(), session.playWithin())
                : LicencePolicy.streamed(
                        Lasting.earlier(times.now().plus(config.licenceLife()), end), session.maximumHeight());
    }
}
