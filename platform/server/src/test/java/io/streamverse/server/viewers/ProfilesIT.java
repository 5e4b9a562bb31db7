package io.streamverse.server.viewers;

import static io.streamverse.server.viewers.Audience.refused;
import static io.streamverse.server.viewers.Audience.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Api;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProfilesIT {
    private static final Stage STAGE = Stage.shared();
    private static final TestTenant TENANT = STAGE.tenant();
    private static final String PROFILES = "/viewer/v1/profiles";

    private final Answer ada = somebody(TENANT);
    private final Api app = TENANT.guest().as(ada.at("/accessToken"));

    @Test
    void aProfileIsMadeReadChangedAndRemoved() {
        var made = app.post(PROFILES, Map.of("name", "Bo", "maximumAge", 16, "language", "pt-BR"));
        var path = PROFILES + "/" + made.at("/id");

        assertThat(made.status()).isEqualTo(201);
        assertThat(app.get(path).body()).isEqualTo(made.body());
        assertThat(app.patch(path, Map.of("kids", true)).at("/maximumAge")).isEqualTo("16");
        assertThat(app.patch(path, "{\"maximumAge\":null}").body().has("maximumAge"))
                .isFalse();
        assertThat(app.delete(path).status()).isEqualTo(204);
        refused(app.get(path), 404, "viewers.profile.unknown");
    }

    @Test
    void theLastOneStays() {
        var first = app.get(PROFILES).at("/data/0/id");

        refused(app.delete(PROFILES + "/" + first), 409, "viewers.profile.last");
    }

    @Test
    void nobodyHasMoreThanEightEvenAtOnce() {
        var answers = IntStream.range(0, 10)
                .parallel()
                .mapToObj(it -> app.post(PROFILES, Map.of("name", "P" + it)))
                .toList();

        assertThat(answers).filteredOn(it -> it.status() == 201).hasSize(7);
        assertThat(answers)
                .filteredOn(it -> it.status() != 201)
                .extracting(Answer::code)
                .containsOnly("viewers.profile.too-many");
        assertThat(app.get(PROFILES).body().get("data")).hasSize(8);
    }

    @Test
    void anEditSinceThenIsNotOverwritten() {
        var path = PROFILES + "/" + app.get(PROFILES).at("/data/0/id");
        var tag = app.get(path).header("ETag");

        assertThat(app.with("If-Match", tag).patch(path, Map.of("name", "one")).status())
                .isEqualTo(200);
        assertThat(app.with("If-Match", tag).patch(path, Map.of("name", "two")).status())
                .isEqualTo(412);
    }

    @Test
    void anothersProfilesAreNotThere() {
        var path = PROFILES + "/" + app.get(PROFILES).at("/data/0/id");
        var bo = TENANT.guest().as(somebody(TENANT).at("/accessToken"));

        refused(bo.get(path), 404, "viewers.profile.unknown");
        refused(bo.patch(path, Map.of("name", "mine")), 404, "viewers.profile.unknown");
        refused(bo.delete(path), 404, "viewers.profile.unknown");
    }

    @Test
    void theFirstOneIsMeantWhereNoneIsNamed() {
        var viewers = STAGE.server().getApplicationContext().getBean(Viewers.class);
        var kids = app.post(PROFILES, Map.of("name", "Bo", "kids", true, "maximumAge", 16));
        var other = somebody(TENANT);

        TenantContext.run(TENANT.liveSpace(), () -> {
            var id = ada.at("/viewerId");
            assertThat(viewers.exists(id)).isTrue();
            assertThat(viewers.profile(id, null).orElseThrow().name()).isEqualTo("Ada");
            assertThat(viewers.profile(id, kids.at("/id")).orElseThrow().maximumAge())
                    .isEqualTo(12);
            assertThat(viewers.profile(other.at("/viewerId"), kids.at("/id"))).isEqualTo(Optional.empty());
        });
    }
}
