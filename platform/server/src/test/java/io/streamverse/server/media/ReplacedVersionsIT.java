package io.streamverse.server.media;

import static io.streamverse.server.media.EndedJob.bean;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.kernel.storage.NewObject;
import io.streamverse.kernel.storage.ObjectKey;
import io.streamverse.kernel.storage.ObjectStore;
import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import java.io.ByteArrayInputStream;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A version that another has replaced goes on for an hour, as players hold addresses of its files.
class ReplacedVersionsIT {
    private static final int BYTES = 1_000;
    private static final String SRT = "1\n00:00:01,000 --> 00:00:02,000\nGood evening.\n";
    private final Stage stage = Stage.shared();
    private final TestTenant tenant = stage.tenant();
    private final String asset =
            tenant.live().post("/v1/assets", Map.of("name", "Film")).at("/id");
    private final ObjectKey rendition = new ObjectKey("%s/live/work/x/v.mp4".formatted(tenant.id()));

    @BeforeEach
    void itServes() {
        bean(ObjectStore.class).put(rendition, NewObject.of("video/mp4"), new ByteArrayInputStream(new byte[BYTES]));
        EndedJob.inOneTransaction(
                tenant,
                () -> bean(Holdings.class).keep(bean(Media.class).get(asset), Holdings.RENDITION, rendition, BYTES));
        stage.run("""
                INSERT INTO %s.bundle (id, asset_id, number, duration_ms, protection, index_key, renditions,
                                       storyboard_key, poster_keys, created_at)
                VALUES ('%s-1', '%s', 1, 12000, 'NONE', 'index', '[]', null, '[]', now())
                """.formatted(tenant.liveSpace().schema(), asset, asset));
    }

    @Test
    void itStaysForTheTimeBeing() {
        replaced("59 minutes");

        assertThat(isStored()).isTrue();
        assertThat(held()).isEqualTo("1000");
    }

    @Test
    void itIsGoneAndCountsNoMoreAfterAnHour() {
        replaced("61 minutes");

        assertThat(isStored()).isFalse();
        assertThat(held()).isEqualTo("0");
    }

    @Test
    void captionsAreOfNoVersion() {
        var given = tenant.live()
                .with("Content-Type", "application/x-subrip")
                .post("/v1/assets/" + asset + "/captions?language=en", SRT);

        replaced("61 minutes");

        assertThat(tenant.live()
                        .get("/v1/assets/" + asset + "/captions/" + given.at("/id"))
                        .text())
                .contains("Good evening.");
    }

    private void replaced(String ago) {
        stage.run("UPDATE %s.bundle SET replaced_at = now() - interval '%s'"
                .formatted(tenant.liveSpace().schema(), ago));
        TenantContext.run(tenant.liveSpace(), bean(Bundles.class)::removeReplaced);
        TenantContext.run(tenant.liveSpace(), bean(Sweep.class)::run);
    }

    private boolean isStored() {
        return !bean(ObjectStore.class)
                .list(rendition.value(), null, 1)
                .entries()
                .isEmpty();
    }

    private String held() {
        return String.valueOf(stage.ask("SELECT coalesce(held ->> 'rendition', '0') FROM "
                + tenant.liveSpace().schema() + ".quota WHERE meter = 'storage.bytes'"));
    }
}
