package io.streamverse.server.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.streamverse.testkit.Api;
import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GatewayIT {
    private static final Stage STAGE = Stage.shared();
    private static final String SUBSCRIPTIONS = "/operator/v1/subscriptions";

    @Test
    void billingsPlansAreReachedThroughTheServer() {
        var plans = STAGE.operator().get("/operator/v1/plans");

        assertThat(plans.body().findValuesAsText("code")).containsExactly("starter", "growth", "scale");
        assertThat(plans.headers().allValues("Request-Id")).hasSize(1);
    }

    @Test
    void aNewTenantIsSubscribedAndMovesWithItsPlan() {
        var tenant = STAGE.tenant();
        Eventually.is("it is subscribed", () -> plan(tenant.id().value()).equals("starter"));

        STAGE.operator().patch("/operator/v1/tenants/" + tenant.id(), Map.of("plan", "scale"));

        Eventually.is("it moves", () -> plan(tenant.id().value()).equals("scale"));
    }

    @Test
    void billingsOwnJobsAndLettersAreAskedByName() {
        assertThat(STAGE.operator().get("/operator/v1/schedules?app=billing").text())
                .contains("plumbing.housekeeping")
                .doesNotContain("server.tenants");
        assertThat(STAGE.operator().get("/operator/v1/dead-letters?app=billing").status())
                .isEqualTo(200);
    }

    @Test
    void withoutBillingItsRoutesAreAwayAndTheRestGoesOn() {
        var server = STAGE.anotherServer(Map.of("billing.url", "http://127.0.0.1:1"));
        var tenant = STAGE.tenant();
        var operator = new Api(server.getURI(), Stage.OPERATOR_KEY);

        var away = operator.get("/operator/v1/plans");
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.code()).isEqualTo("billing.unavailable");
        assertThat(away.header("Retry-After")).isEqualTo("5");
        assertThat(new Api(server.getURI(), tenant.liveKey())
                        .get("/v1/branding")
                        .status())
                .isEqualTo(200);
        assertThat(operator.get("/operator/v1/tenants").status()).isEqualTo(200);
        server.getApplicationContext().close();
    }

    @Test
    void billingBelievesNoTokenButTheServersOwn() throws JOSEException {
        assertThat(status(token(Stage.INTERNAL_SECRET, "billing", Duration.ofSeconds(30))))
                .isEqualTo(200);
        assertThat(status(token("another-secret-of-at-least-32-characters", "billing", Duration.ofSeconds(30))))
                .isEqualTo(401);
        assertThat(status(token(Stage.INTERNAL_SECRET, "worker", Duration.ofSeconds(30))))
                .isEqualTo(401);
        assertThat(status(token(Stage.INTERNAL_SECRET, "billing", Duration.ofSeconds(-1))))
                .isEqualTo(401);
        assertThat(status(new PlainJWT(claims("billing", Duration.ofSeconds(30), "OPERATOR")
                                .build())
                        .serialize()))
                .isEqualTo(401);
        assertThat(status(Stage.OPERATOR_KEY)).isEqualTo(401);
        assertThat(status("x")).isEqualTo(401);
    }

    @Test
    void billingAsksAgainWhoMay() throws JOSEException {
        var claims = claims("billing", Duration.ofSeconds(30), "KEY")
                .claim("tid", STAGE.tenant().id().value())
                .claim("env", "live");

        assertThat(status(signed(Stage.INTERNAL_SECRET, claims))).isEqualTo(403);
    }

    private static String plan(String tenant) {
        return STAGE.operator().get(SUBSCRIPTIONS + "?tenantId=" + tenant).at("/data/0/plan");
    }

    private static int status(String token) {
        return new Api(STAGE.billing().getURI(), token).get(SUBSCRIPTIONS).status();
    }

    private static String token(String secret, String audience, Duration life) throws JOSEException {
        return signed(secret, claims(audience, life, "OPERATOR"));
    }

    private static JWTClaimsSet.Builder claims(String audience, Duration life, String kind) {
        return new JWTClaimsSet.Builder()
                .audience(audience)
                .subject("somebody")
                .claim("kind", kind)
                .claim("scopes", List.of("*"))
                .claim("seal", "00".repeat(32))
                .expirationTime(Date.from(Instant.now().plus(life)));
    }

    private static String signed(String secret, JWTClaimsSet.Builder claims) throws JOSEException {
        var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims.build());
        token.sign(new MACSigner(secret));
        return token.serialize();
    }
}
