package io.streamverse.server.limits;

import static io.streamverse.server.limits.Ground.CPU;
import static io.streamverse.server.limits.Ground.GPU;
import static io.streamverse.server.limits.Ground.claim;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.kernel.problem.LimitReached;
import io.streamverse.testkit.TestTenant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RaceIT {
    private static final int RUNNERS = 200;
    private static final Ground GROUND = Ground.begin();
    private final TestTenant tenant = GROUND.stage().tenant();

    @AfterAll
    static void end() {
        GROUND.stage().close();
    }

    @Test
    void ofTwoHundredWhoWantOneOfTheLastTenExactlyTenGetIt() {
        var held = race(runner -> reserve("first-" + runner));
        assertThat(held).hasSize(10);
        assertThat(GROUND.quota(tenant, GPU).reserved().reservations()).hasSize(10);

        held.parallelStream().forEach(it -> GROUND.release(tenant, it));
        assertThat(GROUND.quota(tenant, GPU).remaining()).isEqualByComparingTo("10");

        var again = race(runner -> reserve("second-" + runner));
        assertThat(again).hasSize(10);
        again.parallelStream().forEach(it -> GROUND.settle(tenant, it, 1));
        assertThat(GROUND.quota(tenant, GPU).used().total()).isEqualByComparingTo("10");
        assertThat(GROUND.quota(tenant, GPU).reserved().total()).isEqualByComparingTo("0");
    }

    @Test
    void twinsGetOneReservation() {
        var held = race(_ -> reserve("the same"));

        assertThat(held).hasSize(RUNNERS);
        assertThat(held)
                .extracting(Reservation::id)
                .containsOnly(held.getFirst().id());
        assertThat(GROUND.quota(tenant, GPU).reserved().total()).isEqualByComparingTo("1");
    }

    @Test
    void whoWantsSeveralMetersWaitsForNobodyInACircle() {
        var held = race(runner -> {
            var claims = List.of(claim(GPU, 1, "r" + runner), claim(CPU, 1, "r" + runner));
            var both = GROUND.in(tenant, () -> GROUND.limits().reserve(runner % 2 == 0 ? claims : claims.reversed()));
            return both.getFirst();
        });

        assertThat(held).hasSize(10);
        assertThat(GROUND.quota(tenant, GPU).remaining()).isEqualByComparingTo("0");
        assertThat(GROUND.quota(tenant, CPU).remaining()).isEqualByComparingTo("0");
    }

    private Reservation reserve(String reference) {
        return GROUND.reserve(tenant, GPU, 1, reference);
    }

    /// All at once; what those got who were not refused.
    private static List<Reservation> race(IntFunction<Reservation> act) {
        try (var runners = Executors.newVirtualThreadPerTaskExecutor()) {
            return runners
                    .invokeAll(IntStream.range(0, RUNNERS)
                            .<Callable<Reservation>>mapToObj(runner -> () -> act.apply(runner))
                            .toList())
                    .stream()
                    .flatMap(it -> outcome(it).stream())
                    .toList();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Optional<Reservation> outcome(Future<Reservation> future) {
        try {
            return Optional.of(future.get());
        } catch (ExecutionException e) {
            assertThat(e).hasCauseInstanceOf(LimitReached.class);
            return Optional.empty();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
