package io.streamverse.server.drm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import org.junit.jupiter.api.Test;

class DrmIT {
    private final Stage stage = Stage.shared();
    private final Drm drm = stage.server().getApplicationContext().getBean(Drm.class);
    private final TestTenant mine = stage.tenant();
    private final TestTenant theirs = stage.tenant();

    @Test
    void aKeyIsFoundAgainAsItWas() {
        var id = TenantContext.call(mine.liveSpace(), drm::create);

        var key = TenantContext.call(mine.liveSpace(), () -> drm.find(id)).orElseThrow();

        assertThat(key.keyId()).isEqualTo(id).matches("[0-9a-f]{32}");
        assertThat(key.key()).matches("[0-9a-f]{32}").isNotEqualTo(key.iv());
        assertThat(TenantContext.call(mine.liveSpace(), () -> drm.find(id))).contains(key);
    }

    @Test
    void whereItLiesItShowsNothing() {
        var id = TenantContext.call(mine.liveSpace(), drm::create);
        var key = TenantContext.call(mine.liveSpace(), () -> drm.find(id)).orElseThrow();

        var sealed = stage.ask("SELECT sealed FROM %s.content_key WHERE id = '%s'".formatted(schema(mine), id));

        assertThat(sealed).doesNotContain(key.key()).doesNotContain(key.iv());
    }

    @Test
    void anotherTenantHasNoUseForIt() {
        var id = TenantContext.call(mine.liveSpace(), drm::create);
        assertThat(TenantContext.call(theirs.liveSpace(), () -> drm.find(id))).isEmpty();

        stage.run("INSERT INTO %s.content_key SELECT * FROM %s.content_key WHERE id = '%s'"
                .formatted(schema(theirs), schema(mine), id));

        assertThatIllegalStateException().isThrownBy(() -> TenantContext.call(theirs.liveSpace(), () -> drm.find(id)));
    }

    private static String schema(TestTenant tenant) {
        return tenant.liveSpace().schema();
    }
}
