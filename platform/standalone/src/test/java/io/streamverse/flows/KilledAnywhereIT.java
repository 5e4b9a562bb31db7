package io.streamverse.flows;

import static io.streamverse.standalone.TestDatabases.BILLING;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.testkit.Eventually;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// SIGKILL at random moments, of a server that changes brands and makes tenants without a pause, and of billing that
/// takes the events.
@Tag("soak")
class KilledAnywhereIT {
    private static final int ROUNDS = 4;
    private static final int LONGEST_MS = 1_500;
    private final long seed = Long.getLong("flows.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Founder founder = new Founder();

    @AfterAll
    static void end() {
        Ground.SERVER.kill();
        Ground.BILLING.kill();
    }

    @Test
    void nothingIsLostNothingTwiceNothingHalf() throws Exception {
        Ground.BILLING.up();
        Ground.SERVER.up();
        var painters = Stream.generate(() -> new Painter(NewTenant.next().askUntilMade(Ground.operator())))
                .limit(3)
                .toList();
        for (int round = 0; round < ROUNDS; round++) {
            killAmid(painters);
        }
        Ground.awaitEmptyOutbox();

        var brandings = SentEvent.of("branding.v1");
        painters.forEach(it -> it.assertNothingLostNothingTwice(brandings));
        founder.assertEachIsThereOnce();
        Tenants.assertNoneIsHalfThere();
        assertEachTenantHasOneEventAndOneSubscription();
        System.out.printf(
                "Killed %d times with seed %d: %d changes and %d tenants answered, %d events sent again%n",
                ROUNDS, seed, painters.stream().mapToInt(Painter::answered).sum(), founder.made(), repeated(brandings));
    }

    private void killAmid(List<Painter> painters) throws Exception {
        var work = new ArrayList<CompletableFuture<Void>>();
        painters.forEach(it -> work.add(begin(it::paintUntilTheServerDies)));
        work.add(begin(founder::foundUntilTheServerDies));
        var all = CompletableFuture.allOf(work.toArray(CompletableFuture[]::new));
        var moment = CompletableFuture.delayedExecutor(random.nextInt(LONGEST_MS), TimeUnit.MILLISECONDS);
        CompletableFuture.runAsync(this::kill, moment).get(60, TimeUnit.SECONDS);
        all.get(60, TimeUnit.SECONDS);
        Ground.BILLING.begin();
        Ground.SERVER.up();
        founder.askAgain();
    }

    private void kill() {
        if (random.nextBoolean()) {
            Ground.BILLING.kill();
        }
        Ground.SERVER.kill();
    }

    private static CompletableFuture<Void> begin(Runnable work) {
        return CompletableFuture.runAsync(work, Thread::startVirtualThread);
    }

    private static void assertEachTenantHasOneEventAndOneSubscription() {
        var tenants = Tenants.ids();
        Eventually.within(
                Duration.ofSeconds(90),
                "every tenant has its subscription",
                () -> Ground.ask(BILLING, "SELECT tenant_id FROM billing.subscription")
                                .size()
                        >= tenants.size());

        assertThat(Ground.ask(BILLING, "SELECT tenant_id FROM billing.subscription"))
                .containsExactlyInAnyOrderElementsOf(tenants);
        assertThat(Ground.ask(BILLING, "SELECT reason FROM plumbing.dead_letter"))
                .isEmpty();
        var created = SentEvent.of("tenants.v1").stream()
                .filter(it -> it.type().equals("TenantCreated"))
                .collect(Collectors.toMap(SentEvent::id, Function.identity(), (one, _) -> one));
        assertThat(created.values()).extracting(SentEvent::tenant).containsExactlyInAnyOrderElementsOf(tenants);
    }

    private static long repeated(List<SentEvent> sent) {
        return sent.size() - sent.stream().map(SentEvent::id).distinct().count();
    }
}
