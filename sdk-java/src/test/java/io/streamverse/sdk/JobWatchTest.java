package io.streamverse.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobWatchTest {
    private static final String RUNS = "data: {\"id\":\"job_1\",\"progress\":0.5}\n\n";
    private static final String OVER =
            "data: {\"id\":\"job_1\",\"progress\":1,\"endedAt\":\"2026-11-20T12:00:00Z\"}\n\n";
    private final FakePlatform platform = new FakePlatform();
    private final List<Number> told = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void eachChangeIsToldUntilItIsOver() {
        platform.answers(200, RUNS + ": still here\n\n" + RUNS + OVER);

        assertThat(watch(Duration.ofMinutes(1)).endedAt()).isNotNull();
        assertThat(told).map(Number::doubleValue).containsExactly(0.5, 1.0);
        assertThat(platform.last().path()).isEqualTo("/v1/jobs/job_1/events");
    }

    @Test
    void whatBreaksIsFollowedAnew() {
        platform.answers(200, RUNS).answers(503, "").breaksTheConnection().answers(200, RUNS + OVER);

        watch(Duration.ofMinutes(1));

        assertThat(told).map(Number::doubleValue).containsExactly(0.5, 1.0);
        assertThat(platform.seen()).hasSize(4);
    }

    @Test
    void whenTheTimeIsUpItIsWhatItWas() {
        platform.answers(200, RUNS).stallsInTheBody();

        assertThat(watch(Duration.ofSeconds(1)).endedAt()).isNull();
    }

    @Test
    void whatIsNotThereIsNotWaitedFor() {
        platform.answers(404, "{}");

        assertThatThrownBy(() -> watch(Duration.ofMinutes(1))).isInstanceOf(NotFoundException.class);
    }

    private io.streamverse.sdk.model.Job watch(Duration patience) {
        return platform.client().jobs().watch("job_1", patience, it -> told.add(it.progress()));
    }
}
