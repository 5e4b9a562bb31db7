package io.streamverse.server.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.Stage;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A server whose lease ran out while it was at a job.
class ReplacedLeaderIT {
    private static final Map<String, Object> SETTINGS = Map.of("test.jobs", true);
    private static final String JOB = Jobs.LATEST.name();

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aReplacedLeadersLateReportChangesNothing(boolean failing) {
        try (var stage = Stage.alone(SETTINGS)) {
            var before = Jobs.LATEST.runs().size();
            var hold = Jobs.LATEST.holdNext();
            stage.operator().post("/operator/v1/schedules/" + JOB + "/runs", "");
            Eventually.is("the first is at it", () -> Jobs.LATEST.runs().size() == before + 1);

            stage.anotherServer(SETTINGS);
            stage.run("UPDATE plumbing.schedule SET leader_until = now() WHERE name = '" + JOB + "'");
            Eventually.is("another has done it", () -> "ok".equals(ask(stage, "last_result")));
            var report = ask(stage, "schedule");

            Jobs.LATEST.fail(failing);
            hold.countDown();
            stage.server().getApplicationContext().close();
            assertThat(ask(stage, "schedule")).isEqualTo(report).contains("ok");
        } finally {
            Jobs.LATEST.fail(false);
        }
    }

    private static String ask(Stage stage, String what) {
        return String.valueOf(stage.ask("SELECT " + what + "::text FROM plumbing.schedule WHERE name = '" + JOB + "'"));
    }
}
