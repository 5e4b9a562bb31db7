package io.streamverse.server.viewers;

import static io.streamverse.server.viewers.Audience.refresh;
import static io.streamverse.server.viewers.Audience.refused;
import static io.streamverse.server.viewers.Audience.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RefreshIT {
    private static final Stage STAGE = Stage.shared();
    private static final TestTenant TENANT = STAGE.tenant();

    @Test
    void eachRefreshTokenBringsTheNextPair() {
        var first = somebody(TENANT);

        var second = refresh(TENANT, first.at("/refreshToken"));
        var third = refresh(TENANT, second.at("/refreshToken"));

        assertThat(third.status()).isEqualTo(200);
        assertThat(third.at("/sessionId")).isEqualTo(first.at("/sessionId"));
        assertThat(TENANT.guest()
                        .as(third.at("/accessToken"))
                        .get("/viewer/v1/profiles")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aSecondUseEndsTheWholeFamily() {
        var first = somebody(TENANT);
        var second = refresh(TENANT, first.at("/refreshToken"));

        refused(refresh(TENANT, first.at("/refreshToken")), 401, "viewers.refresh.refused");

        refused(refresh(TENANT, second.at("/refreshToken")), 401, "viewers.refresh.refused");
        assertThat(endedBy(first)).isEqualTo("reuse");
    }

    @Test
    void ofManyAtOnceAtMostOneIsServedAndTheFamilyEnds() {
        var first = somebody(TENANT);

        var answers = IntStream.range(0, 8)
                .parallel()
                .mapToObj(_ -> refresh(TENANT, first.at("/refreshToken")))
                .toList();

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(200).containsOnly(200, 401);
        assertThat(endedBy(first)).isEqualTo("reuse");
        assertThat(sessionIsHeld(first.at("/sessionId"))).isFalse();
    }

    @Test
    void whatIsMadeUpIsRefusedAndEndsNothing() {
        var first = somebody(TENANT);
        var token = first.at("/refreshToken");

        refused(refresh(TENANT, "svr_made.1.up"), 401, "viewers.refresh.refused");
        refused(refresh(TENANT, token.replace(".1.", ".2.")), 401, "viewers.refresh.refused");
        refused(refresh(TENANT, token + "A"), 401, "viewers.refresh.refused");
        refused(refresh(STAGE.tenant(), token), 401, "viewers.refresh.refused");

        assertThat(refresh(TENANT, token).status()).isEqualTo(200);
    }

    private static String endedBy(Answer signedIn) {
        var path = "/v1/viewers/" + signedIn.at("/viewerId") + "/sessions";
        return TENANT.live().get(path).at("/data/0/endedBy");
    }

    private static boolean sessionIsHeld(String id) {
        var viewers = STAGE.server().getApplicationContext().getBean(Viewers.class);
        return TenantContext.call(TENANT.liveSpace(), () -> viewers.session(id).isPresent());
    }
}
