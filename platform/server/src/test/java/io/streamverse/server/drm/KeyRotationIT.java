package io.streamverse.server.drm;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.kernel.security.Digests;
import io.streamverse.kernel.security.Sealed;
import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.media.protection.KeyTier;
import io.streamverse.media.work.ContentKey;
import io.streamverse.server.keyring.Keyring;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeyRotationIT {
    private static final String SECRET = "drm-secret-of-the-stage-0123456789";
    private final Stage stage = Stage.shared();
    private final Keyring keyring = stage.server().getApplicationContext().getBean(Keyring.class);
    private final KeyRotation rotation = stage.server().getApplicationContext().getBean(KeyRotation.class);
    private final TestTenant mine = stage.tenant();

    @Test
    void rotatingWrapsAllAnewAndChangesNoKey() {
        keyFromBefore();
        var id = key();
        var key = find(id);
        var before = sealed(id);

        var answer = mine.live().post("/v1/drm/key-rotations", Map.of());

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.at("/tenantKey")).isEqualTo("2");
        assertThat(sealed(id)).isNotEqualTo(before);
        assertThat(find(id)).isEqualTo(key);
        assertThat(stage.ask("SELECT count(*) FROM %s.content_key WHERE tenant_key IS DISTINCT FROM 2"
                        .formatted(schema(mine))))
                .isEqualTo("0");
    }

    @Test
    void theKeyBeforeIsDestroyedLater() {
        var id = key();
        var key = find(id);
        mine.live().post("/v1/drm/key-rotations", Map.of());

        rotation.run(Instant.EPOCH);

        assertThat(stage.ask("SELECT string_agg(number::text, ',') FROM %s.tenant_key".formatted(schema(mine))))
                .isEqualTo("2");
        assertThat(find(id)).isEqualTo(key);
    }

    private void keyFromBefore() {
        var id = "00000000000000000000000000000001";
        var seal = Digests.sha256("streamverse.content-key:%s:%s:%s".formatted(SECRET, mine.liveSpace(), id));
        var text = Sealed.under(seal).close("11".repeat(16).concat("22".repeat(16)));
        stage.run("INSERT INTO %s.content_key (id, sealed, created_at) VALUES ('%s', '%s', now())"
                .formatted(schema(mine), id, text));
    }

    private String key() {
        return TenantContext.call(mine.liveSpace(), () -> keyring.create(Set.of(KeyTier.HD)))
                .id();
    }

    private ContentKey find(String id) {
        return TenantContext.call(mine.liveSpace(), () -> keyring.find(id)).orElseThrow();
    }

    private String sealed(String id) {
        return String.valueOf(
                stage.ask("SELECT sealed FROM %s.content_key WHERE id = '%s'".formatted(schema(mine), id)));
    }

    private static String schema(TestTenant tenant) {
        return tenant.liveSpace().schema();
    }
}
