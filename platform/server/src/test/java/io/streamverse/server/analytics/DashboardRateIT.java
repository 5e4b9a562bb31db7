package io.streamverse.server.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestEngines;
import io.streamverse.testkit.TestTenant;
import io.streamverse.testkit.bench.Measurement;
import io.streamverse.testkit.bench.Rounds;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What a console asks for, over five million events of thirty days: half of them one tenant's.
@Tag("bench")
class DashboardRateIT {
    private static final int ROUNDS = 15;
    private static final int EVENTS = 5_000_000;
    private static final int AT_ONCE = 500_000;
    private static final List<String> QUESTIONS = List.of(
            "summary",
            "summary?from={month}",
            "timeseries?interval=minute",
            "timeseries?interval=hour&from={month}",
            "timeseries?interval=day&from={month}&titleId=ttl_7",
            "breakdown?by=title&from={month}",
            "breakdown?by=country&from={month}",
            "breakdown?by=edge",
            "errors",
            "retention/ttl_7",
            "concurrent",
            "sessions/pbs_1000");

    @Test
    void aConsoleIsAnsweredWithinATenthOfASecond() {
        try (var stage = Stage.alone(TestEngines.shared().counting("dashboard_rate"))) {
            var tenant = stage.tenant();
            var clickHouse = stage.server().getApplicationContext().getBean(ClickHouse.class);
            Eventually.is("the tables are there", () -> ask(tenant, "summary") >= 0);
            for (int from = 0; from < EVENTS; from += AT_ONCE) {
                clickHouse.run(someEvents(from, tenant));
            }
            QUESTIONS.forEach(it -> ask(tenant, it));
            var rounds = new Rounds();
            for (int i = 0; i < ROUNDS; i++) {
                var round = new LinkedHashMap<String, Double>();
                QUESTIONS.forEach(it -> round.put(it + " ms", ask(tenant, it)));
                round.put(
                        "slowest ms",
                        round.values().stream().mapToDouble(it -> it).max().orElseThrow());
                rounds.add(round);
            }
            Measurement.report(Measurement.atMost("dashboard-slowest", rounds.median("slowest ms"), "ms", 100, rounds));
        }
    }

    private static double ask(TestTenant tenant, String question) {
        var month = Instant.now().minus(Duration.ofDays(30)).toString();
        var began = System.nanoTime();
        var answer = tenant.live().get("/v1/analytics/" + question.replace("{month}", month));
        var took = (System.nanoTime() - began) / 1e6;
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return took;
    }

    /// A hundred events a session, ten seconds apart, of fifty titles.
    private static String someEvents(int from, TestTenant tenant) {
        return """
                INSERT INTO event (space, session, seq, id, type, at, received, batch, title, asset, duration_ms,
                                   device, country, edge, viewer, position_ms, startup_ms, stalled_ms, watched_ms, kbps, code)
                SELECT if(intDiv(number, 100) %% 2 = 0, '%s', 'ten_other:live'),
                       concat('pbs_', toString(intDiv(number, 100))), number %% 100, generateUUIDv4(),
                       multiIf(number %% 100 = 0, 'start', number %% 100 = 1, 'firstFrame', number %% 50 = 7, 'error', 'progress'),
                       now64(3) - toIntervalSecond(toUInt32(intDiv(number, 100) * 51.84)) + toIntervalSecond(10 * (number %% 100)),
                       now64(3), 'bench', concat('ttl_', toString(intDiv(number, 100) %% 50)), 'ast_1', 7200000,
                       ['web', 'tv', 'android'][1 + intDiv(number, 200) %% 3], ['FR', 'DE', 'NO', 'IT'][1 + intDiv(number, 300) %% 4],
                       if(number %% 100 > 1, ['edge-1', 'edge-2'][1 + intDiv(number, 100) %% 2], ''),
                       toString(intDiv(number, 1000)), 10000 * (number %% 100), if(number %% 100 = 1, 300 + number %% 700, NULL),
                       0, if(number %% 100 > 1, 10000, 0), 2400, if(number %% 50 = 7, '1002', '')
                FROM numbers(%d, %d)
                """.formatted(tenant.liveSpace(), from, AT_ONCE);
    }
}
