package io.streamverse.server.manifests;

import io.streamverse.kernel.storage.NewObject;
import io.streamverse.kernel.storage.ObjectKey;
import io.streamverse.kernel.storage.ObjectStore;
import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.media.index.Scheme;
import io.streamverse.server.delivery.Delivery;
import io.streamverse.server.delivery.Permit;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// A tenant's film, of which there is no more than its index.
record Reel(Stage stage, TestTenant tenant, String asset) {
    static Reel of(Stage stage, TestTenant tenant) {
        var asset = tenant.live().post("/v1/assets", Map.of("name", "Film")).at("/id");
        var key = "%sindexes/%s/1".formatted(tenant.liveSpace().folder(), asset);
        stage.server()
                .getApplicationContext()
                .getBean(ObjectStore.class)
                .put(
                        new ObjectKey(key),
                        NewObject.of("application/octet-stream"),
                        new ByteArrayInputStream(Indexes.film(Scheme.NONE).bytes()));
        stage.run("""
                INSERT INTO %s.bundle (id, asset_id, number, duration_ms, protection, index_key, renditions, poster_keys, created_at)
                VALUES ('bun_1', '%s', 1, 12000, 'NONE', '%s', '[]', '[]', now())
                """.formatted(tenant.liveSpace().schema(), asset, key));
        return new Reel(stage, tenant, asset);
    }

    String path(String variant, String file) {
        return path(tenant, "pbs_1", variant, file);
    }

    /// With a token of that tenant.
    String path(TestTenant of, String session, String variant, String file) {
        var delivery = stage.server().getApplicationContext().getBean(Delivery.class);
        var permit =
                new Permit(session, asset, 1, variant, List.of(), Instant.now().plus(Duration.ofMinutes(5)), null);
        return TenantContext.call(of.liveSpace(), () -> delivery.folder(permit)) + variant + "/" + file;
    }
}
