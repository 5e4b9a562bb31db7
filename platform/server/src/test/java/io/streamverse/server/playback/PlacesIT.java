package io.streamverse.server.playback;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.kernel.redis.Redis;
import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.kernel.tenancy.TenantId;
import io.streamverse.kernel.tenancy.TenantSpace;
import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.Stage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/// On a real Redis.
class PlacesIT {
    private static final Stage STAGE = Stage.shared();
    private static final TenantSpace SPACE = TenantSpace.live(new TenantId("ten_01k9m6xw3t8r5v2c7b4n1q0z6d"));
    private static final Takeover NONE = Takeover.none();
    private final String viewer = "vwr_" + System.nanoTime();
    private final Places places = places(Duration.ofSeconds(90));

    @RepeatedTest(5)
    void ofAHundredAtOnceExactlyAsManyGetInAsMay() throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var claims = IntStream.range(0, 100)
                    .mapToObj(number -> threads.submit(() -> {
                        start.await();
                        return here(() ->
                                places.claim(viewer, "pbs_" + number, 2, NONE).taken());
                    }))
                    .toList();
            start.countDown();
            var taken = 0;
            for (var claim : claims) {
                taken += claim.get() ? 1 : 0;
            }

            assertThat(taken).isEqualTo(2);
        }
        assertThat(held()).hasSize(2);
    }

    @Test
    void whoIsRefusedLearnsWhoPlays() {
        claim("a", 1, NONE);

        var refused = claim("b", 1, NONE);

        assertThat(refused.taken()).isFalse();
        assertThat(refused.sessions()).containsExactly("a");
    }

    @Test
    void aPlaceIsTakenOverInOneStep() {
        claim("a", 2, NONE);
        claim("b", 2, NONE);

        var claim = claim("c", 2, Takeover.of("a"));

        assertThat(claim).isEqualTo(new Places.Claim(true, List.of("a")));
        assertThat(held()).containsExactlyInAnyOrder("b", "c");
        assertThat(keep("a")).isFalse();
    }

    @Test
    void allOthersMayBePutOut() {
        claim("a", 2, NONE);
        claim("b", 2, NONE);

        assertThat(claim("c", 2, Takeover.ofAll()).sessions()).containsExactlyInAnyOrder("a", "b");
        assertThat(held()).containsExactly("c");
    }

    @Test
    void nobodyIsPutOutForOneWhoDoesNotGetInAllTheSame() {
        claim("a", 3, NONE);
        claim("b", 3, NONE);
        claim("c", 3, NONE);

        assertThat(claim("d", 1, Takeover.of("a")).taken()).isFalse();
        assertThat(held()).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void whoHasAPlaceKeepsItWhenTheLimitFalls() {
        claim("a", 2, NONE);
        claim("b", 2, NONE);

        assertThat(claim("a", 1, NONE).taken()).isTrue();
        assertThat(keep("b")).isTrue();
    }

    @Test
    void whoIsSilentForTooLongLosesThePlace() {
        var hasty = places(Duration.ofMillis(200));
        here(() -> hasty.claim(viewer, "a", 1, NONE));

        Eventually.is(
                "the place is free",
                () -> here(() -> hasty.claim(viewer, "b", 1, NONE).taken()));
        assertThat(here(() -> hasty.keep(viewer, "a"))).isFalse();
    }

    @Test
    void aPlaceGivenBackIsFree() {
        claim("a", 1, NONE);
        here(() -> {
            places.release(viewer, "a");
            return "";
        });

        assertThat(claim("b", 1, NONE).taken()).isTrue();
    }

    @Test
    void anotherTenantsViewerOfTheSameNameIsSomebodyElse() {
        claim("a", 1, NONE);
        var elsewhere = TenantSpace.test(SPACE.tenant());

        assertThat(TenantContext.call(elsewhere, () -> places.held(viewer))).isEmpty();
    }

    private Places.Claim claim(String session, int limit, Takeover takeover) {
        return here(() -> places.claim(viewer, session, limit, takeover));
    }

    private boolean keep(String session) {
        return here(() -> places.keep(viewer, session));
    }

    private List<String> held() {
        return here(() -> places.held(viewer));
    }

    private static <T> T here(Supplier<T> work) {
        return TenantContext.call(SPACE, work);
    }

    private static Places places(Duration lostAfter) {
        var some = Duration.ofMinutes(1);
        return new Places(
                STAGE.server().getApplicationContext().getBean(Redis.class),
                new PlaybackConfig(some, some, some, some, lostAfter, some, ""));
    }
}
