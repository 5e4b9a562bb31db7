package io.streamverse.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.sdk.model.ApiKey;
import io.streamverse.sdk.model.CreateTenant;
import io.streamverse.sdk.model.Environment;
import io.streamverse.sdk.model.Owner;
import io.streamverse.sdk.model.SuspendTenant;
import io.streamverse.sdk.model.SuspensionLevel;
import io.streamverse.sdk.model.Tenant;
import io.streamverse.sdk.model.UpdateTenant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelsTest {
    private final Json json = new Json();

    @Test
    void whatIsNewerThanTheClientSurvives() throws IOException {
        var wire = """
                {"id":"key_1","environment":"staging","createdAt":"2026-11-20T12:00:00.000001Z","lastUsedAt":null,\
                "budget":{"amount":12.10,"tiers":[1,null]}}""";

        assertThat(written(read(wire, ApiKey.class))).isEqualTo(wire);
    }

    @Test
    void aValueWithoutAConstantIsKept() throws IOException {
        var key = read("{\"environment\":\"staging\"}", ApiKey.class);

        assertThat(key.environment()).isEqualTo(new Environment("staging"));
        assertThat(read("{\"environment\":\"live\"}", ApiKey.class).environment())
                .isEqualTo(Environment.LIVE);
    }

    @Test
    void aPatchTellsClearedFromUntouched() {
        var patch = new UpdateTenant().name("Aurora").externalId(null);

        assertThat(written(patch)).isEqualTo("{\"name\":\"Aurora\",\"externalId\":null}");
    }

    @Test
    void metadataAndNestedObjectsAreWritten() {
        var request = new CreateTenant()
                .slug("aurora")
                .owner(new Owner().email("a@b.example").name("Ada"))
                .metadata(Map.of("crm", "17"));

        assertThat(written(request))
                .isEqualTo("{\"slug\":\"aurora\",\"owner\":{\"email\":\"a@b.example\",\"name\":\"Ada\"},"
                        + "\"metadata\":{\"crm\":\"17\"}}");
    }

    @Test
    void instantsAndNamedValuesAreTextOnTheWire() {
        var suspension =
                new SuspendTenant().level(SuspensionLevel.PLAYBACK_STOPPED).at(Instant.parse("2026-12-01T00:00:00Z"));

        assertThat(written(suspension)).isEqualTo("{\"level\":\"playback-stopped\",\"at\":\"2026-12-01T00:00:00Z\"}");
    }

    @Test
    void newFieldsCanBeReachedByName() throws IOException {
        var tenant = read("{\"region\":\"eu\"}", Tenant.class);

        assertThat(tenant.toMap()).containsEntry("region", "eu");
        assertThat(written(new UpdateTenant().set("region", null))).isEqualTo("{\"region\":null}");
    }

    @Test
    void aModelPrintsNoSecret() throws IOException {
        var tenant =
                read("{\"id\":\"tnt_1\",\"apiKeys\":{\"live\":\"sv_live_x\",\"test\":\"sv_test_x\"}}", Tenant.class);

        assertThat(tenant).hasToString("Tenant[id=tnt_1]");
        assertThat(tenant.apiKeys()).asString().doesNotContain("sv_");
        assertThat(new Versioned<>(tenant, "1")).asString().doesNotContain("sv_");
    }

    @Test
    void equalFieldsAreEqualModels() throws IOException {
        var wire = "{\"id\":\"tnt_1\",\"hosts\":[\"aurora.example\"]}";

        assertThat(read(wire, Tenant.class))
                .isEqualTo(read(wire, Tenant.class))
                .hasSameHashCodeAs(read(wire, Tenant.class));
        assertThat(read(wire, Tenant.class)).isNotEqualTo(new Tenant());
    }

    private <T> T read(String wire, Class<T> type) throws IOException {
        return json.read(json.tree(wire.getBytes(StandardCharsets.UTF_8)), type);
    }

    private String written(Object model) {
        return new String(json.write(model), StandardCharsets.UTF_8);
    }
}
