package io.streamverse.server.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamverse.server.time.TestClock;
import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Two servers, whose clocks the tests move, on one database.
class SchedulesIT {
    private static final Map<String, Object> SETTINGS = Map.of("test.clock", true, "test.jobs", true);
    private static final Stage STAGE = Stage.alone(SETTINGS);
    private static TestClock one;
    private static TestClock other;

    @BeforeAll
    static void begin() {
        one = STAGE.server().getApplicationContext().getBean(TestClock.class);
        other = STAGE.anotherServer(SETTINGS).getApplicationContext().getBean(TestClock.class);
    }

    @AfterAll
    static void end() {
        STAGE.close();
    }

    @Test
    void everyMissedHourIsMadeUpForOnceAndTheLatestOnlyOnce() {
        var each = Jobs.EACH.runs().size();
        var latest = Jobs.LATEST.runs().size();

        pass(Duration.ofHours(5));

        Eventually.is("five hours were made up for", () -> Jobs.EACH.runs().size() >= each + 5);
        Eventually.is("the latest ran", () -> Jobs.LATEST.runs().size() > latest);
        Eventually.is("nothing is due", () -> nextDueAt(Jobs.EACH).isAfter(one.instant()));
        assertThat(Jobs.EACH.runs()).doesNotHaveDuplicates().hasSize(each + 5);
        assertThat(Jobs.LATEST.runs()).hasSize(latest + 1);
    }

    @Test
    void aFailureIsTriedAgainLaterAndLaterUntilItSucceeds() {
        Eventually.is("nothing is due", () -> nextDueAt(Jobs.LATEST).isAfter(one.instant()));
        var before = Jobs.LATEST.runs().size();
        Jobs.LATEST.fail(true);
        runNow(Jobs.LATEST);

        Eventually.is(
                "it failed twice", () -> schedule(Jobs.LATEST).get("failures").intValue() >= 2);
        assertThat(schedule(Jobs.LATEST).get("lastResult").textValue()).isEqualTo("not now");
        Jobs.LATEST.fail(false);

        Eventually.is("it succeeds", () -> schedule(Jobs.LATEST).get("failures").intValue() == 0);
        assertThat(Jobs.LATEST.runs().size()).isGreaterThan(before + 2);
        assertThat(Jobs.LATEST.runs().subList(before, before + 3).stream().distinct())
                .hasSize(1);
    }

    @Test
    void aLeaderThatDiesIsReplacedWhenItsLeaseEnds() {
        var before = Jobs.EACH.runs().size();
        lead(Jobs.EACH, "1 hour");
        pass(Duration.ofHours(1));
        assertThat(STAGE.operator()
                        .post("/operator/v1/schedules/server.probe.each/runs", "")
                        .code())
                .isEqualTo("schedule.job.running");

        lead(Jobs.EACH, "-1 second");

        Eventually.is("another took over", () -> Jobs.EACH.runs().size() > before);
    }

    @Test
    void anUnknownJobIsNotThere() {
        assertThat(STAGE.operator()
                        .post("/operator/v1/schedules/nobody/runs", "")
                        .code())
                .isEqualTo("schedule.job.unknown");
    }

    private static void pass(Duration time) {
        one.pass(time);
        other.pass(time);
    }

    private static void runNow(Jobs.Noted job) {
        assertThat(STAGE.operator()
                        .post("/operator/v1/schedules/" + job.name() + "/runs", "")
                        .status())
                .isEqualTo(202);
    }

    /// As if a server that is gone had claimed the job, with this much of its lease left.
    private static void lead(Jobs.Noted job, String left) {
        STAGE.run(
                "UPDATE plumbing.schedule SET leader = 'srv_gone', leader_until = now() + interval '%s' WHERE name = '%s'"
                        .formatted(left, job.name()));
    }

    private static Instant nextDueAt(Jobs.Noted job) {
        return Instant.parse(schedule(job).get("nextDueAt").textValue());
    }

    private static JsonNode schedule(Jobs.Noted job) {
        return STAGE.operator()
                .get("/operator/v1/schedules")
                .body()
                .get("data")
                .valueStream()
                .filter(it -> it.get("name").textValue().equals(job.name()))
                .findFirst()
                .orElseThrow();
    }
}
