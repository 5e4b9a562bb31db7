package io.streamverse.server.beacons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamverse.kernel.problem.DomainException;
import io.streamverse.kernel.problem.Unauthenticated;
import io.streamverse.kernel.tenancy.TenantId;
import io.streamverse.kernel.tenancy.TenantSpace;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BeaconTokensTest {
    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final TenantId TENANT = new TenantId("ten_01k9m6xw3t8r5v2c7b4n1q0z6d");
    private static final int GARBAGE = 100_000;
    private final BeaconTokens tokens = tokens("s".repeat(32));

    @Test
    void aTokenSaysWhatThePlaybackIs() {
        var told = tokens.verify(tokens.sign(play(TenantSpace.live(TENANT), "vwr_ada")));

        assertThat(told.sessionId()).isEqualTo("pbs_1");
        assertThat(told.space()).isEqualTo(TenantSpace.live(TENANT));
        assertThat(told.country()).isNull();
        assertThat(told.durationMs()).isEqualTo(60_000);
    }

    @Test
    void aViewerHasAnotherPseudonymElsewhere() {
        var live = tokens.verify(tokens.sign(play(TenantSpace.live(TENANT), "vwr_ada")));
        var again = tokens.verify(tokens.sign(play(TenantSpace.live(TENANT), "vwr_ada")));
        var test = tokens.verify(tokens.sign(play(TenantSpace.test(TENANT), "vwr_ada")));

        assertThat(live.viewerId())
                .isEqualTo(again.viewerId())
                .isNotEqualTo(test.viewerId())
                .doesNotContain("ada");
    }

    @Test
    void anotherSecretsTokenIsRefused() {
        var foreign = tokens("t".repeat(32)).sign(play(TenantSpace.live(TENANT), "vwr_ada"));

        assertThatThrownBy(() -> tokens.verify(foreign)).isInstanceOf(Unauthenticated.class);
    }

    @Test
    void manyPiecesOfGarbageAreRefusedOneByOne() {
        var random = new Random(7);
        var genuine = tokens.sign(play(TenantSpace.live(TENANT), "vwr_ada"));
        for (int i = 0; i < GARBAGE; i++) {
            assertThat(isRefused(garbage(random, genuine))).isTrue();
        }
    }

    private boolean isRefused(String token) {
        try {
            tokens.verify(token);
            return false;
        } catch (DomainException e) {
            return true;
        }
    }

    /// A genuine one with a letter turned in front of its last two, or a genuine header before noise.
    private static String garbage(Random random, String genuine) {
        if (random.nextBoolean()) {
            var at = random.nextInt(genuine.length() - 2);
            var other = genuine.charAt(at) == 'A' ? 'B' : 'A';
            return genuine.substring(0, at) + other + genuine.substring(at + 1);
        }
        var noise = new byte[random.nextInt(300)];
        random.nextBytes(noise);
        return genuine.substring(0, genuine.indexOf('.') + 1)
                + Base64.getUrlEncoder().encodeToString(noise)
                + (random.nextBoolean() ? "." : "=");
    }

    private static Play play(TenantSpace space, String viewer) {
        return new Play(space, "pbs_1", "ttl_1", "ast_1", 60_000, "web", null, viewer, NOW);
    }

    private static BeaconTokens tokens(String secret) {
        return new BeaconTokens(new BeaconsConfig(secret, Duration.ofHours(24), 600), InstantSource.fixed(NOW));
    }
}
