package io.streamverse.server.beacons;

import static io.streamverse.server.beacons.Message.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Api;
import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestEngines;
import io.streamverse.testkit.TestTenant;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A flood of forged, replayed, oversized and senseless messages, while one honest player tells how it goes: the flood
/// is refused, leaves nothing behind, and the honest one loses nothing.
class GarbageIT {
    private static final Stage STAGE = Stage.alone(TestEngines.shared().counting("garbage_it"));
    private static final int CLIENTS = 16;
    private static final int EACH_HONEST = 2_000;
    private static final long ROOM = 64 << 20;
    private static final String LONG = "x".repeat(70_000);

    private final TestTenant tenant = STAGE.tenant();
    private final Api anybody = STAGE.as("");
    private final String honest = address("pbs_honest", 600);
    private final String flooding = address("pbs_flooding", 600);
    private final String over = address("pbs_over", -90_000);
    private final Map<String, Object> replayed = Message.of("pbs_flooding", List.of(event("start", Map.of())));
    private final List<IntFunction<Answer>> kinds = List.of(
            _ -> anybody.post(EventsController.PATH, replayed),
            it -> anybody.post(
                    flooding.substring(0, flooding.length() - 6) + "%06d".formatted(it % 1_000_000), replayed),
            it -> anybody.post(EventsController.PATH + "?token=" + Integer.toHexString(it), replayed),
            _ -> anybody.post(over, replayed),
            _ -> anybody.post(flooding, replayed),
            it -> anybody.post(flooding, "\0%d{".formatted(it)),
            _ -> anybody.post(flooding, Message.of("pbs_honest", List.of(event("start", Map.of())))),
            it -> it % 50 == 0 ? anybody.post(flooding, LONG) : anybody.post(flooding, "{}"));

    @AfterAll
    static void close() {
        STAGE.close();
    }

    @Test
    void aFloodDoesNoHarm() throws Exception {
        assertHarmless(8_000);
    }

    @Test
    @Tag("soak")
    void aMillionDoNoHarm() throws Exception {
        assertHarmless(1_000_000);
    }

    private void assertHarmless(int messages) throws Exception {
        flood(kinds.size());
        var before = liveBytes();

        var statuses = flood(messages);

        assertThat(statuses.keySet()).as(statuses.toString()).isSubsetOf(202, 400, 401, 403, 413, 422, 429);
        assertThat(statuses.getOrDefault(401, 0)).isGreaterThanOrEqualTo(messages / 2);
        assertThat(statuses).containsKey(429);
        assertThat(liveBytes() - before).isLessThan(ROOM);
        Eventually.is(
                "the honest player's events count, and of the replayed one",
                () -> plays().equals(Integer.toString(messages / EACH_HONEST + 1)));
        assertThat(tenant.live().get("/v1/analytics/sessions/pbs_over").status())
                .isEqualTo(404);
    }

    /// How often each status was answered. The honest one is among the flood.
    private Map<Integer, Integer> flood(int messages) throws Exception {
        var statuses = new ConcurrentHashMap<Integer, Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var clients = IntStream.range(0, CLIENTS)
                    .<Callable<Void>>mapToObj(client -> () -> {
                        for (int i = client; i < messages; i += CLIENTS) {
                            statuses.merge(sent(i).status(), 1, Integer::sum);
                        }
                        return null;
                    })
                    .toList();
            for (var done : threads.invokeAll(clients)) {
                done.get();
            }
        }
        return new TreeMap<>(statuses);
    }

    private Answer sent(int number) {
        return number % EACH_HONEST == EACH_HONEST - 1
                ? accepted(anybody.post(honest, Message.of("pbs_honest", List.of(event("start", Map.of())))))
                : kinds.get(number % kinds.size()).apply(number);
    }

    private static Answer accepted(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        return answer;
    }

    private String plays() {
        return tenant.live().get("/v1/analytics/summary").at("/data/0/plays");
    }

    private String address(String session, int endsInSeconds) {
        var until = Instant.now().plusSeconds(endsInSeconds);
        var play = new Play(tenant.liveSpace(), session, "ttl_1", "ast_1", 60_000, "web", "FR", "vwr_1", until);
        return STAGE.server().getApplicationContext().getBean(Beacons.class).address("", play);
    }

    private static long liveBytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
