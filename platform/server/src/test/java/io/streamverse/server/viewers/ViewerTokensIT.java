package io.streamverse.server.viewers;

import static io.streamverse.server.viewers.Audience.refused;
import static io.streamverse.server.viewers.Audience.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which tokens the gate believes.
class ViewerTokensIT {
    private static final Stage STAGE = Stage.shared();
    private static final TestTenant TENANT = STAGE.tenant();
    private static final TestTenant OTHER = STAGE.tenant();
    private static final String PATH = "/viewer/v1/profiles";
    private static Answer ada;

    @BeforeAll
    static void somebodySignsUp() {
        ada = somebody(TENANT);
    }

    @Test
    void whoIsNotSignedInIsAskedTo() {
        var answer = TENANT.guest().get(PATH);

        refused(answer, 401, "viewers.token.missing");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void aTokenAloneTellsWhoseItIs() {
        assertThat(STAGE.as(ada.at("/accessToken")).get(PATH).status()).isEqualTo(200);
    }

    @Test
    void nobodysHostIsNoTenant() {
        refused(STAGE.as("").get(PATH), 401, "tenants.tenant.missing");
        refused(STAGE.as("").with("X-StreamVerse-Tenant", "nobody").get(PATH), 401, "tenants.tenant.missing");
    }

    @Test
    void theHostNamesTheEnvironment() {
        var live = STAGE.as("").with("Host", TENANT.slug() + ".localhost:8080");
        var test = STAGE.as("").with("Host", TENANT.slug() + "--test.localhost");
        var account = Audience.account(Audience.address(), Audience.PASSWORD);

        assertThat(test.post("/viewer/v1/auth/register", account).status()).isEqualTo(201);

        assertThat(live.as(ada.at("/accessToken")).get(PATH).status()).isEqualTo(200);
        refused(test.as(ada.at("/accessToken")).get(PATH), 401, "tenants.tenant.contradiction");
        var login = Map.of("email", account.get("email"), "password", Audience.PASSWORD);
        refused(live.post("/viewer/v1/auth/login", login), 401, "viewers.login.refused");
    }

    @Test
    void whatContradictsIsNotBelieved() {
        var token = ada.at("/accessToken");
        var header = "X-StreamVerse-Tenant";
        var code = "tenants.tenant.contradiction";

        refused(STAGE.as(token).with("Host", OTHER.slug() + ".localhost").get(PATH), 401, code);
        refused(STAGE.as(token).with(header, OTHER.slug()).get(PATH), 401, code);
        refused(STAGE.as(token).with(header, TENANT.slug() + "--test").get(PATH), 401, code);
        refused(STAGE.as(token).with(header, "nobody").get(PATH), 401, code);
        refused(TENANT.guest().with("Host", OTHER.slug() + ".localhost").get(PATH), 401, code);
    }

    @Test
    void keysAreNotForViewersAndTokensNotForKeys() {
        refused(TENANT.guest().as(TENANT.liveKey()).get(PATH), 401, "viewers.token.refused");
        refused(TENANT.guest().as(Stage.OPERATOR_KEY).get(PATH), 401, "viewers.token.refused");
        refused(STAGE.as(ada.at("/accessToken")).get("/v1/tenant"), 401, "keys.key.refused");
        refused(STAGE.as(ada.at("/accessToken")).get("/operator/v1/tenants"), 401, "keys.key.refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Basic YTpi", "Bearer x", "Bearer a.b.c", "Bearer ..", "Bearer e30.e30."})
    void whatIsNoTokenIsRefused(String authorization) {
        refused(TENANT.guest().with("Authorization", authorization).get(PATH), 401, "viewers.token.refused");
    }

    @Test
    void unsignedAndOtherwiseSignedTokensAreRefused() throws Exception {
        var kid = key().getKeyID();
        var publicKey = key().toRSAPublicKey().getEncoded();
        var stranger = new RSAKeyGenerator(2048).keyID(kid).generate();

        refusedToken(new PlainJWT(claims(_ -> {})).serialize());
        refusedToken(signed(JWSAlgorithm.HS256, kid, new MACSigner(publicKey), _ -> {}));
        refusedToken(signed(JWSAlgorithm.RS256, kid, new RSASSASigner(stranger), _ -> {}));
        refusedToken(signed(JWSAlgorithm.RS256, "vky_nobodys", new RSASSASigner(key()), _ -> {}));
        refusedToken(signed(JWSAlgorithm.RS256, null, new RSASSASigner(key()), _ -> {}));
        refusedToken(signed(JWSAlgorithm.RS512, kid, new RSASSASigner(key()), _ -> {}));
        refusedToken(ada.at("/accessToken").substring(0, ada.at("/accessToken").length() - 6) + "AAAAAA");
    }

    @Test
    void onlyWhatWeSayOfAViewerHoldsAndOnlyUntilItsEnd() throws Exception {
        assertThat(TENANT.guest().as(ours(_ -> {})).get(PATH).status()).isEqualTo(200);

        refusedToken(ours(it -> it.audience("staff")));
        refusedToken(ours(it -> it.issuer("https://elsewhere.example")));
        refusedToken(ours(it -> it.expirationTime(null)));
        refusedToken(ours(it -> it.claim("sid", null)));
        refusedToken(ours(it -> it.subject(null)));
        var over = ours(it -> it.expirationTime(Date.from(Instant.EPOCH)));
        refused(TENANT.guest().as(over).get(PATH), 401, "viewers.token.expired");
    }

    @Test
    void anothersTokenOpensNothingHere() throws Exception {
        var theirs = somebody(OTHER).at("/accessToken");
        var claimsUs = ours(it -> it.claim("tid", OTHER.id().value()));

        refused(TENANT.guest().as(theirs).get(PATH), 401, "tenants.tenant.contradiction");
        refused(STAGE.as(claimsUs).get(PATH), 401, "viewers.token.refused");
        refused(STAGE.as(ours(it -> it.claim("env", "test"))).get(PATH), 401, "viewers.token.refused");
        refused(STAGE.as(ours(it -> it.claim("env", "prod"))).get(PATH), 401, "viewers.token.refused");
    }

    @Test
    void theKeysAreThereToVerifyWith() throws Exception {
        var published = TENANT.guest().get("/.well-known/jwks.json");

        assertThat(published.status()).isEqualTo(200);
        assertThat(published.text()).doesNotContain("\"d\"");
        var token = SignedJWT.parse(ada.at("/accessToken"));
        var key = JWKSet.parse(published.text()).getKeyByKeyId(token.getHeader().getKeyID());
        assertThat(token.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
        assertThat(OTHER.guest().get("/.well-known/jwks.json").text()).doesNotContain(key.getKeyID());
    }

    @Test
    void anOldKeyIsBelievedWhileTheNewOneSigns() {
        var tenant = STAGE.tenant();
        var before = somebody(tenant);

        TenantContext.run(tenant.liveSpace(), () -> keys().rotate(Duration.ZERO));
        var after = somebody(tenant);

        assertThat(kid(after)).isNotEqualTo(kid(before));
        assertThat(tenant.guest().as(before.at("/accessToken")).get(PATH).status())
                .isEqualTo(200);
        assertThat(tenant.guest().as(after.at("/accessToken")).get(PATH).status())
                .isEqualTo(200);
        assertThat(tenant.guest().get("/.well-known/jwks.json").body().get("keys"))
                .hasSize(2);
    }

    @Test
    void aSuspendedServiceIsClosedAndDoesNotSayWhy() {
        var tenant = STAGE.tenant();
        var viewer = somebody(tenant);
        STAGE.operator()
                .post(
                        "/operator/v1/tenants/" + tenant.id() + "/suspension",
                        Map.of("level", "abuse", "reason", "secret matters"));

        var app = tenant.guest().as(viewer.at("/accessToken"));
        Eventually.is("the service is closed", () -> app.get(PATH).status() == 403);

        var answer = app.get(PATH);

        refused(answer, 403, "tenants.tenant.suspended");
        assertThat(answer.text()).doesNotContain("secret matters");
        refused(tenant.guest().get("/viewer/v1/nothing"), 403, "tenants.tenant.suspended");
    }

    private static void refusedToken(String token) {
        refused(TENANT.guest().as(token).get(PATH), 401, "viewers.token.refused");
    }

    private static String ours(Consumer<JWTClaimsSet.Builder> change) throws Exception {
        return signed(JWSAlgorithm.RS256, key().getKeyID(), new RSASSASigner(key()), change);
    }

    private static String signed(
            JWSAlgorithm algorithm, @Nullable String kid, JWSSigner signer, Consumer<JWTClaimsSet.Builder> change)
            throws Exception {
        var token = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(kid).build(), claims(change));
        token.sign(signer);
        return token.serialize();
    }

    private static JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> change) throws Exception {
        var claims =
                new JWTClaimsSet.Builder(SignedJWT.parse(ada.at("/accessToken")).getJWTClaimsSet());
        change.accept(claims);
        return claims.build();
    }

    private static RSAKey key() {
        return TenantContext.call(TENANT.liveSpace(), () -> keys().ring().signing());
    }

    private static SigningKeys keys() {
        return STAGE.server().getApplicationContext().getBean(SigningKeys.class);
    }

    private static String kid(Answer signedIn) {
        try {
            return SignedJWT.parse(signedIn.at("/accessToken")).getHeader().getKeyID();
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }
}
