package io.streamverse.server.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamverse.kernel.app.StartFailure;
import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.server.branding.Branding;
import io.streamverse.server.keys.Keys;
import io.streamverse.server.limits.Limits;
import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class MigrationsIT {
    private static final Map<String, Object> TOLERANT = Map.of("tenants.migrations.stop-above", "1");
    private static final Stage STAGE = Stage.alone(Map.of());

    @AfterAll
    static void stop() {
        STAGE.close();
    }

    @Test
    void aSchemaOfTheFirstReleaseKeepsItsDataAndBecomesLikeANewOne() {
        var old = STAGE.tenant();
        AgedSchema.of(STAGE, old.liveSpace());

        STAGE.restart(Map.of());

        assertThat(AgedSchema.form(STAGE, old.liveSpace()))
                .isEqualTo(AgedSchema.form(STAGE, STAGE.tenant().liveSpace()));
        assertThat(STAGE.as(old.liveKey()).get("/v1/branding").at("/name")).isEqualTo("Of old");
        assertThat(stateOf(old, "?limit=100").at("/current").booleanValue()).isTrue();
    }

    @Test
    void whatAnOlderServerMadeMeanwhileIsMigratedAtTheDoor() {
        var made = STAGE.tenant();
        AgedSchema.of(STAGE, made.liveSpace());

        assertThat(STAGE.as(made.liveKey()).get("/v1/branding").at("/name")).isEqualTo("Of old");
    }

    @Test
    void aServerReadsOnWhenALaterOneGivesATableAColumn() {
        var tenant = STAGE.tenant();
        var space = tenant.liveSpace();

        TenantContext.run(
                space,
                () -> new LaterColumn(STAGE, space.schema() + ".branding")
                        .comesAmid("default", bean(Branding.class)::get));
        TenantContext.run(
                space,
                () -> new LaterColumn(STAGE, space.schema() + ".quota")
                        .comesAmid("default", () -> bean(Limits.class).exhausted(Set.of(Limits.STORAGE))));
        new LaterColumn(STAGE, "control.api_key")
                .comesAmid("control", () -> bean(Keys.class).list(space, 10, null, null));
    }

    @Test
    void oneThatFailsIsLeftAloneAndTakesNobodyWithIt() {
        var good = STAGE.tenant();
        var bad = STAGE.tenant();
        AgedSchema.of(STAGE, good.liveSpace());
        var aged = AgedSchema.of(STAGE, bad.liveSpace()).blocked();
        var before = AgedSchema.form(STAGE, bad.liveSpace());

        STAGE.restart(TOLERANT);

        assertThat(STAGE.as(good.liveKey()).get("/v1/branding").status()).isEqualTo(200);
        var refused = STAGE.as(bad.liveKey()).get("/v1/branding");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.code()).isEqualTo("tenants.environment.behind");
        assertThat(AgedSchema.form(STAGE, bad.liveSpace())).isEqualTo(before);
        assertThat(stateOf(bad, "?failed=true").at("/error").textValue()).contains("\"viewer\" already exists");

        aged.unblock();
        STAGE.operator().post("/operator/v1/schedules/server.tenants.migrate/runs", "");

        Eventually.is(
                "it is served again",
                () -> STAGE.as(bad.liveKey()).get("/v1/branding").status() == 200);
    }

    @Test
    void aCanaryThatFailsStopsItAllBeforeAnybodyElseIsTouched() {
        var canary = STAGE.tenant();
        var other = STAGE.tenant();
        AgedSchema.of(STAGE, other.liveSpace());
        var aged = AgedSchema.of(STAGE, canary.liveSpace()).blocked();
        var before = AgedSchema.form(STAGE, other.liveSpace());

        assertThatThrownBy(() -> STAGE.restart(Map.of("tenants.migrations.canaries", canary.slug())))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("1 of a wave of 1 failed, 1 are untouched");
        assertThat(AgedSchema.form(STAGE, other.liveSpace())).isEqualTo(before);

        aged.unblock();
        STAGE.restart(Map.of());
        assertThat(STAGE.as(other.liveKey()).get("/v1/branding").status()).isEqualTo(200);
        assertThat(STAGE.as(canary.liveKey()).get("/v1/branding").status()).isEqualTo(200);
    }

    private static <T> T bean(Class<T> type) {
        return STAGE.server().getApplicationContext().getBean(type);
    }

    private static JsonNode stateOf(TestTenant tenant, String query) {
        var listed =
                STAGE.operator().get("/operator/v1/migrations" + query).body().at("/data");
        return StreamSupport.stream(listed.spliterator(), false)
                .filter(it -> it.at("/tenantId").textValue().equals(tenant.id().value()))
                .findFirst()
                .orElseThrow()
                .at("/environments/0");
    }
}
