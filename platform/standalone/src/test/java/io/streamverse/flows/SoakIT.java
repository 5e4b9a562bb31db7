package io.streamverse.flows;

import static io.streamverse.standalone.TestDatabases.BILLING;
import static io.streamverse.standalone.TestDatabases.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.testkit.Eventually;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Customers come and go on the real jar: for two thirds of the time it is killed again and again, then left alone to
/// see whether it grows. `-Dsoak.minutes` says how long, `-Dsoak.seed` makes the same choices again.
@Tag("soak")
class SoakIT {
    private static final int SEATS = 8;
    private static final int LONGEST_LIFE = 200;
    private static final Duration LENGTH = Duration.ofMinutes(Integer.getInteger("soak.minutes", 10));
    private final long seed = Long.getLong("soak.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Queue<Customer> customers = new ConcurrentLinkedQueue<>();

    @Test
    void itLosesNothingDoublesNothingAndDoesNotGrow(@TempDir Path data) throws Exception {
        try (var site = new Site(data)) {
            var end = Instant.now().plus(LENGTH);
            var work = IntStream.range(0, SEATS)
                    .mapToObj(_ -> new Random(random.nextLong()))
                    .map(chance -> begin(() -> serve(site, chance, end)))
                    .toList();
            var kills = killUntil(site, end.minus(LENGTH.dividedBy(3)));
            pause(LENGTH.dividedBy(9));
            var young = site.vitals();
            finish(work);
            assertHasNotGrown(young, site.vitals());
            assertNothingIsLost(site);
            System.out.printf(
                    "Soaked %s with seed %d: %d kills, %d tenants, %d acts; %s, then %s%n",
                    LENGTH, seed, kills, customers.size(), acts(), young, site.vitals());
        }
    }

    private void serve(Site site, Random chance, Instant end) {
        while (Instant.now().isBefore(end)) {
            var customer = new Customer(site, chance);
            customers.add(customer);
            var life = chance.nextInt(LONGEST_LIFE);
            for (int act = 0; act < life && Instant.now().isBefore(end); act++) {
                customer.act();
            }
        }
    }

    private int killUntil(Site site, Instant end) throws Exception {
        var kills = 0;
        while (Instant.now().isBefore(end)) {
            pause(Duration.ofMillis(2_000 + random.nextInt(15_000)));
            site.killAndRestart();
            kills++;
        }
        return kills;
    }

    private static void assertHasNotGrown(Vitals young, Vitals old) {
        assertThat(old.heapMegabytes()).as("heap").isLessThan(young.heapMegabytes() * 5 / 4 + 16);
        assertThat(old.files()).as("open files").isLessThan(young.files() + 64);
        assertThat(old.connections()).as("connections").isLessThan(young.connections() + 8);
    }

    private void assertNothingIsLost(Site site) {
        Eventually.within(
                Duration.ofMinutes(1),
                "every tenant has its subscription",
                () -> site.ask(BILLING, "SELECT tenant_id FROM billing.subscription")
                                .size()
                        >= customers.size());
        Eventually.is(
                "the outbox is empty",
                () -> site.ask(SERVER, "SELECT id FROM plumbing.outbox").isEmpty());
        var ids = customers.stream().map(Customer::id).toList();
        assertThat(site.ask(SERVER, "SELECT id FROM control.tenant")).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(site.ask(
                        SERVER,
                        "SELECT 'ten_' || substr(nspname, 3, 26) FROM pg_namespace"
                                + " WHERE nspname ~ '^t_' AND nspname !~ '_test$'"))
                .containsExactlyInAnyOrderElementsOf(ids);
        assertThat(site.ask(BILLING, "SELECT tenant_id FROM billing.subscription"))
                .containsExactlyInAnyOrderElementsOf(ids);
        assertThat(site.ask(SERVER, "SELECT id FROM plumbing.dead_letter")).isEmpty();
        customers.forEach(Customer::assertRemembered);
        assertEachChangeWasSaidOnce(SentEvent.of(site.kafka(), "branding.v1"));
    }

    /// An event may be sent again, but is the same then.
    private void assertEachChangeWasSaidOnce(List<SentEvent> sent) {
        var versions = sent.stream()
                .distinct()
                .collect(Collectors.groupingBy(
                        SentEvent::tenant,
                        Collectors.mapping(it -> it.payload().get("version").intValue(), Collectors.toList())));
        for (var customer : customers) {
            assertThat(versions.getOrDefault(customer.id(), List.of()))
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.rangeClosed(1, customer.version()).boxed().toList());
        }
    }

    private int acts() {
        return customers.stream().mapToInt(Customer::acts).sum();
    }

    private static CompletableFuture<Void> begin(Runnable work) {
        return CompletableFuture.runAsync(work, Thread::startVirtualThread);
    }

    private static void finish(List<CompletableFuture<Void>> work) throws Exception {
        CompletableFuture.allOf(work.toArray(CompletableFuture[]::new))
                .get(LENGTH.plusMinutes(3).toSeconds(), TimeUnit.SECONDS);
    }

    private static void pause(Duration time) throws Exception {
        new CompletableFuture<Void>()
                .completeOnTimeout(null, time.toMillis(), TimeUnit.MILLISECONDS)
                .get();
    }
}
