package io.streamverse.server.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.streamverse.kernel.problem.Unavailable;
import io.streamverse.kernel.tenancy.TenantSpace;
import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/// A creation that takes longer than it is believed, so that others clear what it still works on.
class SlowCreationIT {
    private static final Stage STAGE = Stage.shared();
    private static final ApplicationContext SERVER = STAGE.server().getApplicationContext();
    private static final Spaces SPACES = SERVER.getBean(Spaces.class);
    private static final Reservations RESERVATIONS = SERVER.getBean(Reservations.class);

    @Test
    void whatWasClearedIsNotMadeAgain() {
        var slow = reserve("slow-and-cleared");
        RESERVATIONS.clear(slow);

        assertThatThrownBy(() -> SPACES.make(TenantSpace.live(slow.id()), slow.name(), "starter"))
                .isInstanceOf(Unavailable.class);
        assertNothingIsLeft(slow);
    }

    @Test
    void whatIsGivenUpWhileItWaitsForItsTurnMakesNothing() throws SQLException {
        var slow = reserve("slow-and-waiting");
        var schema = TenantSpace.live(slow.id()).schema();
        CompletableFuture<Void> making;
        try (var other = STAGE.superuser();
                var statement = other.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(hashtextextended('%s', 0))".formatted(schema));
            making = CompletableFuture.runAsync(
                    () -> SPACES.make(TenantSpace.live(slow.id()), slow.name(), "starter"), Thread::startVirtualThread);
            Eventually.is("it waits", () -> "1".equals(STAGE.ask(WAITING)));
            SERVER.getBean(TenantRepository.class).giveUp(slow.id());
        }

        assertThatThrownBy(making::join).isInstanceOf(CompletionException.class).hasCauseInstanceOf(Unavailable.class);
        RESERVATIONS.clear(slow);
        assertNothingIsLeft(slow);
    }

    @Test
    void aTwinThatWaitedLongEnoughIsToldToComeAgain() {
        var slug = "slow-with-twin";
        var slow = reserve(slug);
        var twin = create(TestTenant.signUp(slug));
        assertThat(twin.status()).isEqualTo(409);
        assertThat(twin.code()).isEqualTo("idempotency.in-progress");
        assertThat(twin.header("Retry-After")).isEqualTo("1");

        var rival = new HashMap<>(TestTenant.signUp(slug));
        rival.put("name", "Another");
        assertThat(create(rival).status()).isEqualTo(503);
        RESERVATIONS.clear(slow);
    }

    @Test
    void aServersClockSaysNothingOfWhatWasGivenUp() {
        var slow = reserve("slow-and-wanted");
        var clearing = SERVER.getBean(ClearUnfinished.class);

        clearing.run(Instant.now().plus(Duration.ofHours(1)));
        assertThat(STAGE.ask("SELECT state FROM control.tenant WHERE id = '%s'".formatted(slow.id())))
                .isEqualTo("CREATING");

        STAGE.run("UPDATE control.tenant SET creating_until = now() - interval '1 second' WHERE id = '%s'"
                .formatted(slow.id()));
        clearing.run(Instant.EPOCH);
        assertNothingIsLeft(slow);
    }

    private static final String WAITING = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
            + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";

    private static Tenant reserve(String slug) {
        var owner = new Owner("owner@example.com", "Ada");
        return RESERVATIONS.reserve(
                new NewTenantRequest(slug, "Name of " + slug, "starter", owner, "FR", "EUR", null, Map.of()));
    }

    private static Answer create(Object wanted) {
        return STAGE.operator()
                .with("Idempotency-Key", UUID.randomUUID().toString())
                .post("/operator/v1/tenants", wanted);
    }

    private static void assertNothingIsLeft(Tenant tenant) {
        var role = TenantSpace.live(tenant.id()).role();
        assertThat(STAGE.ask("SELECT to_regnamespace('" + role + "')")).isNull();
        assertThat(STAGE.ask("SELECT rolname FROM pg_roles WHERE rolname = '" + role + "'"))
                .isNull();
        assertThat(STAGE.ask("SELECT id FROM control.tenant WHERE id = '" + tenant.id() + "'"))
                .isNull();
    }
}
