package io.streamverse.billing.clock;

import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.transaction.annotation.Transactional;
import io.streamverse.events.clock.TestClockAdvanced;
import io.streamverse.kernel.messaging.Outbox;
import io.streamverse.kernel.problem.Conflict;
import io.streamverse.kernel.problem.FieldError;
import io.streamverse.kernel.problem.Rejected;
import io.streamverse.kernel.tenancy.Environment;
import io.streamverse.kernel.tenancy.TenantSpace;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Moves the clock of a test environment forward: first the aim, then, beside the request, the step.
@Singleton
class TestClocks {
    private static final Duration FARTHEST = Duration.ofDays(5 * 366);
    private final TestClockRepository clocks;
    private final ApplicationEventPublisher<ClockStepped> steps;
    private final Outbox outbox;
    private final InstantSource real;

    TestClocks(
            TestClockRepository clocks,
            ApplicationEventPublisher<ClockStepped> steps,
            Outbox outbox,
            InstantSource real) {
        this.clocks = clocks;
        this.steps = steps;
        this.outbox = outbox;
        this.real = real;
    }

    TestClockResponse get(TenantSpace space) {
        demandTest(space);
        var tenant = space.tenant().value();
        return TestClockResponse.of(clocks.findById(tenant).orElse(new TestClock(tenant, 0, 0)), real.instant());
    }

    @Transactional
    TestClockResponse advance(TenantSpace space, Instant to) {
        demandTest(space);
        var tenant = space.tenant().value();
        clocks.begin(tenant);
        var clock = clocks.lock(tenant);
        var now = real.instant();
        if (!to.isAfter(clock.target(now))) {
            var message = "It goes forward only, and is at %s".formatted(clock.target(now));
            throw new Rejected("clock.step.backwards", message, at(message));
        }
        if (to.isAfter(now.plus(FARTHEST))) {
            var message = "It goes five years ahead of real time at most";
            throw new Rejected("clock.step.too-far", message, at(message));
        }
        var target = Duration.between(now, to).toMillis();
        clocks.aim(tenant, target);
        return TestClockResponse.of(new TestClock(tenant, clock.aheadMs(), target), now);
    }

    List<TenantSpace> advancing() {
        return clocks.advancing().stream()
                .map(it -> TenantSpace.of(it, Environment.TEST.label()))
                .toList();
    }

    @Transactional
    void step(TenantSpace space) {
        var tenant = space.tenant().value();
        var clock = clocks.lock(tenant);
        if (!clock.advancing()) {
            return;
        }
        var now = real.instant();
        clocks.reach(tenant);
        steps.publishEvent(new ClockStepped(space, clock.now(now), clock.target(now)));
        outbox.add(space, new TestClockAdvanced(tenant, clock.targetMs(), clock.now(now), clock.target(now)));
    }

    private static void demandTest(TenantSpace space) {
        if (space.environment() != Environment.TEST) {
            throw new Conflict("clock.environment.live", "Only a test environment has a clock that can be moved");
        }
    }

    private static List<FieldError> at(String message) {
        return List.of(new FieldError("/to", message));
    }
}
