package io.streamverse.server.beacons;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.streamverse.events.qoe.PlayerMoment;
import io.streamverse.events.qoe.PlayerReported;
import io.streamverse.kernel.problem.Forbidden;
import io.streamverse.kernel.problem.Malformed;
import io.streamverse.kernel.problem.Rejected;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// From what a player sends to what is kept of it: the playback's own facts from its token, times by our clock, numbers
/// and names within bounds, and nobody's traces without consent.
@Singleton
class BeaconReader {
    private static final String GRANTED = "granted";
    private static final int MOST = 200;
    private static final Duration OLDEST = Duration.ofDays(2);
    private static final long LONGEST_MS = Duration.ofDays(2).toMillis();
    private static final Set<String> TYPES = Set.of(
            "start",
            "firstFrame",
            "playing",
            "pause",
            "seek",
            "stall",
            "resume",
            "bitrate",
            "quality",
            "error",
            "progress",
            "ad",
            "end");
    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._:/-]{0,63}");
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    record Report(PlayerReported event, int ignored) {}

    Report read(Play play, byte[] body, @Nullable String userAgent, Instant now) {
        var told = parsed(body);
        if (!play.sessionId().equals(told.sessionId())) {
            throw new Forbidden("beacons.session.other", "The token is another playback's");
        }
        if (told.events() == null || told.events().isEmpty() || told.events().size() > MOST) {
            throw new Rejected("beacons.events.count", "A message has 1 to %d events".formatted(MOST));
        }
        var sentAt = told.sentAt() == null ? now : told.sentAt();
        var moments = told.events().stream()
                .filter(BeaconReader::isKnown)
                .map(it -> moment(it, now.minus(age(it, sentAt))))
                .filter(it -> it.at().isAfter(now.minus(OLDEST)))
                .toList();
        return new Report(
                event(play, told, userAgent, now, moments), told.events().size() - moments.size());
    }

    private static PlayerEvents parsed(byte[] body) {
        try {
            var told = JSON.readValue(body, PlayerEvents.class);
            if (told == null) {
                throw new Malformed("http.body.malformed", "The body is not a JSON object");
            }
            return told;
        } catch (JsonProcessingException e) {
            throw new Malformed("http.body.malformed", "The body is no message of a player");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isKnown(@Nullable PlayerEvent event) {
        return event != null
                && event.id() != null
                && UUID.matcher(event.id()).matches()
                && event.at() != null
                && event.type() != null
                && TYPES.contains(event.type());
    }

    /// Never negative: nothing happened after it was told.
    private static Duration age(PlayerEvent event, Instant sentAt) {
        return event.at().isBefore(sentAt) ? Duration.between(event.at(), sentAt) : Duration.ZERO;
    }

    private static PlayerReported event(
            Play play, PlayerEvents told, @Nullable String userAgent, Instant now, List<PlayerMoment> moments) {
        var consented = GRANTED.equals(told.consent());
        var device = Objects.requireNonNullElse(told.device(), new PlayerDevice(null, null, null));
        var agent = Agent.of(userAgent);
        return new PlayerReported(
                play.sessionId(),
                play.titleId(),
                play.assetId(),
                play.durationMs(),
                play.device(),
                consented ? name(device.os() == null ? agent.os() : device.os()) : null,
                consented ? name(device.browser() == null ? agent.browser() : device.browser()) : null,
                told.player() == null ? null : name(told.player().name()),
                play.country(),
                consented ? play.viewerId() : null,
                now,
                moments);
    }

    private static PlayerMoment moment(PlayerEvent event, Instant at) {
        var data = event.data() == null ? PlayerEventData.NONE : event.data();
        return new PlayerMoment(
                event.id().toLowerCase(Locale.ROOT),
                Math.max(0, event.seq()),
                event.type(),
                at,
                Math.clamp(event.positionMs(), 0, LONGEST_MS),
                amount(data.startupMs()),
                amount(data.stalledMs()),
                amount(data.watchedMs()),
                amount(data.bufferMs()),
                amount(data.kbps()),
                amount(data.height()),
                amount(data.droppedFrames()),
                name(data.cdn()),
                name(data.code()),
                data.fatal(),
                name(data.reason()));
    }

    private static @Nullable Long amount(@Nullable Long value) {
        return value == null || value < 0 ? null : Long.valueOf(Math.min(value, LONGEST_MS));
    }

    /// These stand in tables and files that people open: plain words only.
    private static @Nullable String name(@Nullable String value) {
        return value != null && NAME.matcher(value).matches() ? value : null;
    }
}
