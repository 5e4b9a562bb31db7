package io.streamverse.flows;

import static io.streamverse.standalone.TestDatabases.BILLING;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.testkit.Eventually;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// SIGKILL of billing around the commit with which it takes an event: every tenant gets one subscription.
class KilledBillingIT {
    private static final String GROUP = "billing.subscriptions";
    private static final String TOPIC = "tenants.v1";

    @BeforeEach
    void everythingIsUpAndTaken() {
        Ground.BILLING.up();
        Ground.SERVER.up();
        Ground.awaitEmptyOutbox();
        Eventually.is("billing has taken everything", () -> SentEvent.lag(GROUP, TOPIC) == 0);
    }

    @AfterAll
    static void end() {
        Ground.SERVER.kill();
        Ground.BILLING.kill();
    }

    @Test
    void anEventThatWasBeingTakenIsTakenByTheNext() {
        var tenant = "";
        try (var hold = Hold.on(BILLING, "LOCK TABLE billing.subscription IN SHARE MODE")) {
            tenant = made();
            hold.awaitSomebodyBehind();
            Ground.BILLING.kill();
        }

        assertThat(subscriptions(tenant)).isEmpty();
        assertTakenOnceAfterARestart(tenant);
    }

    @Test
    void anEventTakenButNotTickedOffIsNotTakenTwice() {
        var hold = Hold.on(BILLING, "LOCK TABLE billing.subscription IN SHARE MODE");
        var tenant = made();
        hold.awaitSomebodyBehind();
        try (var held = HeldCommits.begin()) {
            hold.close();
            held.awaitCommitTo(BILLING, "billing.subscription");
            Ground.BILLING.kill();
        }

        Eventually.is("the commit is seen", () -> subscriptions(tenant).size() == 1);
        assertTakenOnceAfterARestart(tenant);
    }

    private static void assertTakenOnceAfterARestart(String tenant) {
        assertThat(SentEvent.lag(GROUP, TOPIC)).isPositive();

        Ground.BILLING.up();
        Eventually.is("billing has taken everything", () -> SentEvent.lag(GROUP, TOPIC) == 0);

        assertThat(subscriptions(tenant)).hasSize(1);
        assertThat(Ground.ask(BILLING, "SELECT reason FROM plumbing.dead_letter"))
                .isEmpty();
    }

    private static String made() {
        return NewTenant.next().askUntilMade(Ground.operator()).at("/id");
    }

    private static List<String> subscriptions(String tenant) {
        return Ground.ask(BILLING, "SELECT id FROM billing.subscription WHERE tenant_id = '%s'".formatted(tenant));
    }
}
