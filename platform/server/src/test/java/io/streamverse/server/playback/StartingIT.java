package io.streamverse.server.playback;

import static io.streamverse.server.playback.House.START;
import static io.streamverse.server.playback.House.forTier;
import static io.streamverse.server.playback.House.wish;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.server.playback.House.Fan;
import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StartingIT {
    private static final Stage STAGE = Stage.shared();
    private final House house = House.live(STAGE);

    @Test
    void whoHasTheTierPlays() {
        var title = house.title(forTier("premium"));
        var fan = house.fanOf("premium");

        var started = fan.start(title);

        assertThat(started.status()).as(started.text()).isEqualTo(201);
        assertThat(started.at("/state")).isEqualTo("allowed");
        assertThat(started.at("/sessionId")).startsWith("pbs_");
        assertThat(started.at("/manifests/hls"))
                .contains("/URISigningPackage=")
                .contains(house.asset)
                .endsWith("/main.m3u8");
        assertThat(started.at("/manifests/dash")).endsWith("/main.mpd");
        assertThat(started.at("/token").split("\\.")).hasSize(3);
        assertThat(started.at("/renewAfterSeconds")).isEqualTo("180");
        assertThat(started.at("/heartbeatSeconds")).isEqualTo("30");
        assertThat(started.body().get("drm").isObject()).isTrue();
    }

    @Test
    void aDeviceThatCannotRenewGetsATokenForTheWholePlay() {
        var device =
                Map.of("id", "tv", "name", "TV", "kind", "tv", "codecs", List.of("avc1.640028"), "player", "native");

        var started = house.fan().start(house.title(), Map.of("device", device));

        assertThat(started.body().get("renewAfterSeconds").longValue()).isGreaterThan(2_000);
    }

    @Test
    void aGuestIsAskedToSignIn() {
        var denied = house.guest(START, wish(house.title()));

        assertThat(denied.status()).isEqualTo(401);
        assertThat(denied.code()).isEqualTo("playback.denied.signed-out");
    }

    @Test
    void withoutTheTierOneIsToldWhichItTakes() {
        var denied = house.fanOf("basic").start(house.title(forTier("premium")));

        assertDenied(denied, "no-entitlement");
        assertThat(denied.at("/facts/tier")).isEqualTo("premium");
        assertThat(denied.at("/facts/yourTier")).isEqualTo("basic");
    }

    @Test
    void theTenantMaySayWhatItsOwnAccountsHave() {
        var title =
                house.title(Map.of("access", Map.of("kind", "tier", "tier", "standard"), "territories", List.of("FR")));

        assertThat(house.sent(Map.of("tier", "premium", "territory", "FR"))
                        .start(title)
                        .status())
                .isEqualTo(201);
        assertDenied(house.sent(Map.of("tier", "basic", "territory", "FR")).start(title), "no-entitlement");
        assertDenied(house.sent(Map.of("tier", "premium", "territory", "DE")).start(title), "territory");
    }

    @Test
    void whereNobodyKnowsTheTerritoryATitleOfSomeIsDenied() {
        var denied = house.fan().start(house.title(Map.of("territories", List.of("FR"))));

        assertDenied(denied, "territory");
        assertThat(denied.at("/detail")).contains("not known");
    }

    @Test
    void aWindowOpensByTheTestClock() {
        var here = House.test(STAGE);
        var opens = Instant.now().plus(Duration.ofDays(20));
        var title = here.title(Map.of("windows", List.of(Map.of("from", opens.toString()))));
        var fan = here.fan();

        var early = fan.start(title);
        here.api.post(
                "/v1/test-clock/advance",
                Map.of("to", opens.plus(Duration.ofHours(1)).toString()));

        assertDenied(early, "window");
        assertThat(Instant.parse(early.at("/facts/opensAt"))).isBetween(opens.minusSeconds(1), opens);
        Eventually.is(
                "the window is open",
                () -> fan.start(title, Map.of("stopOthers", true)).status() == 201);
    }

    @Test
    void aProfileSeesNothingRatedForOlderOnes() {
        var title = house.title(Map.of("ageRating", Map.of("minimumAge", 16)));
        var fan = house.fan();
        var profile = fan.api().get("/viewer/v1/profiles").at("/data/0/id");
        fan.api().patch("/viewer/v1/profiles/" + profile, Map.of("maximumAge", 12));

        var denied = fan.start(title, Map.of("profileId", profile));

        assertDenied(denied, "age");
        assertThat(denied.at("/facts/minimumAge")).isEqualTo("16");
    }

    @Test
    void aChildsProfilePlaysNothingThatIsNotRated() {
        var title = house.title();
        var fan = house.fan();
        var child = fan.api()
                .post("/viewer/v1/profiles", Map.of("name", "Kid", "kids", true))
                .at("/id");

        var denied = fan.start(title, Map.of("profileId", child));

        assertDenied(denied, "age");
        assertThat(denied.at("/facts/maximumAge")).isEqualTo("12");
        assertThat(denied.body().at("/facts").has("minimumAge")).isFalse();
        assertThat(fan.start(title).status()).isEqualTo(201);
    }

    @Test
    void aDeviceThatNothingFitsIsTold() {
        assertDenied(house.fan().start(house.title(), Map.of("device", House.device("av1"))), "device");
    }

    @Test
    void aSuspendedServicePlaysNothing() {
        var title = house.title();
        var fan = house.fan();
        var suspension = "/operator/v1/tenants/%s/suspension".formatted(house.tenant.id());
        STAGE.operator().post(suspension, Map.of("level", "playback-stopped", "reason", "a test"));

        Eventually.is("nothing plays", () -> fan.start(title).code().equals("playback.denied.suspended"));
    }

    @Test
    void aTenantWithNothingLeftToDeliverPlaysNothing() {
        house.run("""
                INSERT INTO $schema.quota (meter, planned, included, hard, period_from, period_to, later_ends,
                    counted_from, counted_at, settled_from, allowance_revision)
                VALUES ('delivery.bytes', 0, 0, true, now() - interval '1 day', now() + interval '9 days', '{}',
                    now(), now(), now(), 9223372036854775807)
                ON CONFLICT (meter) DO UPDATE SET planned = 0, included = 0, granted = 0, hard = true,
                    allowance_revision = excluded.allowance_revision
                """);

        var denied = house.fan().start(house.title());

        assertThat(denied.status()).isEqualTo(402);
        assertThat(denied.code()).isEqualTo("playback.denied.quota");
        assertThat(denied.at("/limit/meter")).isEqualTo("delivery.bytes");
    }

    @Test
    void aDraftAndAnotherTenantsTitleAreNotThere() {
        var fan = house.fan();
        var elsewhere = House.live(STAGE).title();

        assertThat(fan.start(house.draft(Map.of())).code()).isEqualTo("playback.title.unknown");
        assertThat(fan.start(elsewhere).status()).isEqualTo(404);
    }

    @Test
    void theProfileOfAnotherViewerIsNone() {
        var other = house.fan().api().get("/viewer/v1/profiles").at("/data/0/id");

        var denied = house.fan().start(house.title(), Map.of("profileId", other));

        assertThat(denied.status()).isEqualTo(404);
        assertThat(denied.code()).isEqualTo("playback.profile.unknown");
    }

    @Test
    void whoIsOneTooManyLearnsWhoPlaysAndMayTakeOver() {
        var title = house.title();
        var fan = house.fan();
        var first = fan.playing(title);

        var denied = fan.start(title);
        var second = fan.start(title, Map.of("takeOver", first));

        assertDenied(denied, "concurrency");
        assertThat(denied.at("/facts/limit")).isEqualTo("1");
        assertThat(denied.at("/facts/sessions/0/sessionId")).isEqualTo(first);
        assertThat(denied.at("/facts/sessions/0/deviceName")).isEqualTo("Laptop");
        assertThat(second.status()).isEqualTo(201);
        assertThat(fan.api().post(START + "/" + first + "/renewal", "").status())
                .isEqualTo(410);
        assertThat(fan.api().post(START + "/" + first + "/heartbeat", "").status())
                .isEqualTo(410);
    }

    @Test
    void ofAHundredStartsAtOnceExactlyAsManyPlayAsMay() throws Exception {
        var title = house.title();
        var fan = house.fanOf("standard");
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var starts = IntStream.range(0, 100)
                    .mapToObj(_ -> threads.submit(afterwards(start, fan, title)))
                    .toList();
            start.countDown();
            var statuses = new ArrayList<Integer>();
            for (var one : starts) {
                statuses.add(one.get());
            }

            assertThat(statuses).containsOnly(201, 403);
            assertThat(statuses.stream().filter(it -> it == 201)).hasSize(2);
        }
    }

    @Test
    void theSameStartAgainIsTheSamePlayback() {
        var title = house.title();
        var fan = house.fan();
        var once = fan.api().with("Idempotency-Key", "one");

        var first = once.post(START, wish(title));
        var again = once.post(START, wish(title));

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.at("/sessionId")).isEqualTo(first.at("/sessionId"));
    }

    private static Callable<Integer> afterwards(CountDownLatch start, Fan fan, String title) {
        return () -> {
            start.await();
            return fan.start(title).status();
        };
    }

    private static void assertDenied(Answer answer, String reason) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("playback.denied." + reason);
    }
}
