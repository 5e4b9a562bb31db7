package io.streamverse.flows;

import static io.streamverse.standalone.TestDatabases.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// SIGKILL at each step of making a tenant; whoever asks again gets it, and nothing half is left.
class KilledServerIT {
    private static final Duration PATIENCE = NewTenant.LEASE.plusSeconds(7);
    private final NewTenant tenant = NewTenant.next();

    @BeforeAll
    static void billingTellsThePlans() {
        Ground.BILLING.up();
    }

    @AfterAll
    static void end() {
        Ground.SERVER.kill();
        Ground.BILLING.kill();
    }

    @BeforeEach
    void aServerIsUp() {
        Ground.SERVER.up();
    }

    @Test
    void aSlugThatWasOnlyReservedComesFree() {
        killBehind(Hold.on(SERVER, "LOCK TABLE pg_authid IN SHARE MODE"));

        assertThat(Tenants.listed(tenant.slug())).isEmpty();
        assertThat(tenant.askUntilMade(Ground.operator(), PATIENCE).status()).isEqualTo(201);
        Tenants.assertNoneIsHalfThere();
    }

    @Test
    void aSchemaHalfMadeIsGone() {
        killBehind(Hold.on(SERVER, "LOCK TABLE tenant_template.flyway_schema_history"));

        assertThat(Tenants.listed(tenant.slug())).isEmpty();
        assertThat(tenant.askUntilMade(Ground.operator(), PATIENCE).status()).isEqualTo(201);
        Tenants.assertNoneIsHalfThere();
    }

    @Test
    void aSchemaWithoutItsTenantIsClearedAway() {
        var makingSchema = Hold.on(SERVER, "LOCK TABLE tenant_template.flyway_schema_history");
        var asked = tenant.begin(Ground.operator());
        makingSchema.awaitSomebodyBehind();
        try (var activating =
                Hold.on(SERVER, "SELECT FROM control.tenant WHERE slug = '%s' FOR UPDATE".formatted(tenant.slug()))) {
            makingSchema.close();
            activating.awaitSomebodyBehind();
            Ground.SERVER.kill();
        }
        Ground.SERVER.up();

        assertThat(NewTenant.unanswered(asked)).isTrue();
        assertThat(Tenants.listed(tenant.slug())).isEmpty();
        Tenants.assertNoneIsHalfThere();
        assertThat(tenant.ask(Ground.operator()).status()).isEqualTo(201);
    }

    @Test
    void aTenantWhoseKeysWereBeingMadeIsNoTenant() {
        killBehind(Hold.on(SERVER, "LOCK TABLE control.api_key_secret IN SHARE MODE"));

        assertThat(Tenants.listed(tenant.slug())).isEmpty();
        assertThat(tenant.askUntilMade(Ground.operator(), PATIENCE).status()).isEqualTo(201);
        Tenants.assertNoneIsHalfThere();
    }

    @Test
    void aTenantMadeButNotAnsweredIsAnsweredToWhoeverAsksAgain() {
        var keys = Hold.on(SERVER, "LOCK TABLE control.api_key_secret IN SHARE MODE");
        var asked = tenant.begin(Ground.operator());
        keys.awaitSomebodyBehind();
        try (var held = HeldCommits.begin()) {
            keys.close();
            held.awaitCommitTo(SERVER, "control.api_key_secret");
            Ground.SERVER.kill();
        }
        Ground.SERVER.up();

        assertThat(NewTenant.unanswered(asked)).isTrue();
        var answer = tenant.ask(Ground.operator());
        assertThat(answer.status()).isEqualTo(201);
        assertThat(Tenants.listed(tenant.slug())).containsExactly(answer.at("/id"));
        var key = Ground.SERVER.as(answer.at("/apiKeys/live"));
        assertThat(key.get("/v1/branding").status()).isEqualTo(200);
        Tenants.assertNoneIsHalfThere();
    }

    private void killBehind(Hold hold) {
        var asked = tenant.begin(Ground.operator());
        try (hold) {
            hold.awaitSomebodyBehind();
            Ground.SERVER.kill();
        }
        assertThat(NewTenant.unanswered(asked)).isTrue();
        Ground.SERVER.up();
    }
}
