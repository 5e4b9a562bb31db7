package io.streamverse.server.keyring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamverse.kernel.problem.Conflict;
import io.streamverse.kernel.security.Digests;
import io.streamverse.kernel.security.Sealed;
import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.media.protection.KeyTier;
import io.streamverse.media.work.ContentKey;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeyringIT {
    private static final String SECRET = "drm-secret-of-the-stage-0123456789";
    private final Stage stage = Stage.shared();
    private final Keyring keyring = stage.server().getApplicationContext().getBean(Keyring.class);
    private final TestTenant mine = stage.tenant();
    private final TestTenant theirs = stage.tenant();

    @Test
    void aKeyIsFoundAgainAsItWas() {
        var id = key();

        var key = find(id);

        assertThat(key.keyId()).isEqualTo(id).matches("[0-9a-f]{32}");
        assertThat(key.key()).matches("[0-9a-f]{32}").isNotEqualTo(key.iv());
        assertThat(find(id)).isEqualTo(key);
    }

    @Test
    void eachTierHasAKeyOfItsOwn() {
        var set = TenantContext.call(mine.liveSpace(), () -> keyring.create(EnumSet.allOf(KeyTier.class)));

        assertThat(set.keys()).containsOnlyKeys(KeyTier.values());
        assertThat(Set.copyOf(set.keys().values())).hasSize(4).contains(set.id());
        TenantContext.run(
                mine.liveSpace(),
                () -> assertThat(keyring.ofSet(set.id()))
                        .extracting(TieredKey::tier)
                        .containsExactlyInAnyOrder(KeyTier.values()));
    }

    @Test
    void whereItLiesItShowsNothing() {
        var id = key();
        var key = find(id);

        var row = stage.ask("SELECT k::text || t::text FROM %1$s.content_key k, %1$s.tenant_key t WHERE id = '%2$s'"
                .formatted(schema(mine), id));

        assertThat(row).doesNotContain(key.key()).doesNotContain(key.iv()).contains("local");
        assertThat(key.toString()).isEqualTo(id);
    }

    @Test
    void anotherTenantHasNoUseForIt() {
        var id = key();
        TenantContext.run(theirs.liveSpace(), () -> keyring.create(Set.of(KeyTier.SD)));
        assertThat(TenantContext.call(theirs.liveSpace(), () -> keyring.find(id)))
                .isEmpty();

        stage.run("INSERT INTO %s.content_key SELECT * FROM %s.content_key WHERE id = '%s'"
                .formatted(schema(theirs), schema(mine), id));

        assertThatIllegalStateException()
                .isThrownBy(() -> TenantContext.call(theirs.liveSpace(), () -> keyring.find(id)));
    }

    @Test
    void aKeyFromBeforeTenantsHadKeysStillOpens() {
        var id = keyFromBefore();

        assertThat(find(id).key()).isEqualTo("11".repeat(16));
        TenantContext.run(
                mine.liveSpace(),
                () -> assertThat(keyring.ofSet(id)).singleElement().matches(it -> it.tier() == null));
    }

    @Test
    void aPackagersKeyIsTheSameForTheSameContentOnly() {
        var id = "ab".repeat(16);

        var first = TenantContext.call(mine.liveSpace(), () -> keyring.packagerKey("film", id, null));

        assertThat(TenantContext.call(mine.liveSpace(), () -> keyring.packagerKey("film", id, null)))
                .isEqualTo(first);
        assertThatThrownBy(() -> TenantContext.call(mine.liveSpace(), () -> keyring.packagerKey("other", id, null)))
                .isInstanceOf(Conflict.class);
        var taken = key();
        assertThatThrownBy(() -> TenantContext.call(mine.liveSpace(), () -> keyring.packagerKey("film", taken, null)))
                .isInstanceOf(Conflict.class);
    }

    private String keyFromBefore() {
        var id = "00000000000000000000000000000001";
        var seal = Digests.sha256("streamverse.content-key:%s:%s:%s".formatted(SECRET, mine.liveSpace(), id));
        var text = Sealed.under(seal).close("11".repeat(16).concat("22".repeat(16)));
        stage.run("INSERT INTO %s.content_key (id, sealed, created_at) VALUES ('%s', '%s', now())"
                .formatted(schema(mine), id, text));
        return id;
    }

    private String key() {
        return TenantContext.call(mine.liveSpace(), () -> keyring.create(Set.of(KeyTier.HD)))
                .id();
    }

    private ContentKey find(String id) {
        return TenantContext.call(mine.liveSpace(), () -> keyring.find(id)).orElseThrow();
    }

    private static String schema(TestTenant tenant) {
        return tenant.liveSpace().schema();
    }
}
