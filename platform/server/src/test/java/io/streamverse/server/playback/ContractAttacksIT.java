package io.streamverse.server.playback;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.streamverse.server.playback.Contract.Operation;
import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Api;
import io.streamverse.testkit.Stage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every operation of the contract, called by everybody who may not: a new one is covered the day it is written down.
class ContractAttacksIT {
    private static final Stage STAGE = Stage.shared();
    private static final House VICTIM = House.live(STAGE);
    private static final House STRANGER = House.live(STAGE);
    private static final Set<String> IDS = Set.of("id", "assetId", "titleId", "viewerId", "sessionId");
    /// What ClickHouse keeps, which this stage does without: `AnalyticsIT` asks for another's there.
    private static final Set<String> ELSEWHERE = Set.of("getAnalyticsRetention", "getAnalyticsSession");

    /// Put in the place of a parameter, `room.parameter` before `parameter`.
    private static final Map<String, String> IDS_OF_VICTIM = new HashMap<>();
    private static final Map<String, String> SCOPED = new HashMap<>();
    private static House.Fan fan;
    private static House.Fan neighbour;
    private static House.Fan foreigner;
    private static String before = "";

    @BeforeAll
    static void theVictimHasOneOfEverything() {
        var api = VICTIM.api;
        fan = VICTIM.fan();
        neighbour = VICTIM.fan();
        foreigner = STRANGER.fan();
        var title = VICTIM.title();
        made(api.put("/v1/tiers/gold", Map.of("rank", 2, "streams", 3)));
        var ids = IDS_OF_VICTIM;
        ids.put("titleId", title);
        ids.put("titles.id", title);
        ids.put("assetId", VICTIM.asset);
        ids.put("assets.id", VICTIM.asset);
        ids.put("api-keys.id", api.get("/v1/api-keys").at("/data/0/id"));
        ids.put("ladders.id", made(api.post("/v1/ladders", ladder())).at("/id"));
        ids.put(
                "quotes.id",
                made(api.post("/v1/quotes", Map.of("meter", "transcode.cpu", "quantity", 1000)))
                        .at("/id"));
        ids.put("viewers.id", fan.id());
        ids.put("viewerId", fan.id());
        ids.put("viewers.sessionId", fan.session());
        ids.put("sessions.id", fan.session());
        var playing = fan.playing(title);
        ids.put("playbacks.id", playing);
        ids.put("playback-sessions.id", playing);
        ids.put("analytics.id", playing);
        ids.put("profiles.id", fan.api().get("/viewer/v1/profiles").at("/data/0/id"));
        ids.put("grants.id", "gra_01k9m6xw3t8r5v2c7b4n1q0z6d");
        ids.put("jobs.id", "job_01k9m6xw3t8r5v2c7b4n1q0z6d");
        ids.put("captions.id", "cap_01k9m6xw3t8r5v2c7b4n1q0z6d");
        ids.put("id", "sub_01k9m6xw3t8r5v2c7b4n1q0z6d");
        ids.put("tiers.name", "gold");
        ids.put("name", "server.tenants.migrate");
        ids.put("code", "starter");
        ids.put("kind", "logo");
        ids.put("system", "widevine");
        ids.put("meter", "transcode.cpu");
        before = Digest.of(STAGE, VICTIM.tenant);
    }

    @AfterAll
    static void nothingOfTheVictimsHasChanged() {
        assertThat(Digest.of(STAGE, VICTIM.tenant)).isEqualTo(before);
    }

    static Stream<Operation> keyed() {
        return Contract.operations().filter(it -> !it.isUnder("/viewer/"));
    }

    static Stream<Operation> tenants() {
        return Contract.operations().filter(it -> it.isUnder("/v1/"));
    }

    static Stream<Operation> operators() {
        return Contract.operations().filter(it -> it.isUnder("/operator/"));
    }

    static Stream<Operation> ofThings() {
        return tenants().filter(it -> it.names(IDS) && !ELSEWHERE.contains(it.id()));
    }

    static Stream<Operation> viewers() {
        return Contract.operations().filter(it -> it.isUnder("/viewer/") && !it.isForEverybody());
    }

    static Stream<Operation> ofViewersThings() {
        return viewers().filter(it -> it.names(Set.of("id")) && !it.isUnder("/viewer/v1/titles"));
    }

    @ParameterizedTest
    @MethodSource("keyed")
    void nobodyGetsIn(Operation operation) {
        refused(operation.call(with(""), IDS_OF_VICTIM), 401);
        refused(operation.call(with("sv_live_" + "x".repeat(40)), IDS_OF_VICTIM), 401);
        refused(operation.call(with(forged()), IDS_OF_VICTIM), 401);
        refused(operation.call(with(fan.api().key()), IDS_OF_VICTIM), 401);
    }

    @ParameterizedTest
    @MethodSource("operators")
    void noTenantIsAnOperator(Operation operation) {
        refused(operation.call(with(STRANGER.tenant.liveKey()), IDS_OF_VICTIM), 403, "keys.key.not-operator");
    }

    @ParameterizedTest
    @MethodSource("tenants")
    void theOperatorHasNoTenant(Operation operation) {
        refused(operation.call(STAGE.operator(), IDS_OF_VICTIM), 403, "keys.operator.no-tenant");
    }

    @ParameterizedTest
    @MethodSource("tenants")
    void withoutItsScopeAKeyOpensNothing(Operation operation) {
        var others = operation.scope().equals("branding:read") ? "catalog:read" : "branding:read";
        assertThat(operation.scope()).isNotEmpty();

        refused(operation.call(with(scoped(others)), IDS_OF_VICTIM), 403, "keys.scope.missing");
    }

    @ParameterizedTest
    @MethodSource("ofThings")
    void anothersThingsAreNotThere(Operation operation) {
        refused(operation.call(with(STRANGER.tenant.liveKey()), IDS_OF_VICTIM), 404);
        refused(operation.call(with(VICTIM.tenant.testKey()), IDS_OF_VICTIM), 404);
    }

    @ParameterizedTest
    @MethodSource("viewers")
    void noTokenButOursIsAViewer(Operation operation) throws Exception {
        refused(operation.call(VICTIM.viewer(forged()), IDS_OF_VICTIM), 401);
        refused(operation.call(VICTIM.viewer(unsigned()), IDS_OF_VICTIM), 401);
        refused(operation.call(VICTIM.viewer(foreigner.api().key()), IDS_OF_VICTIM), 401);
        refused(operation.call(VICTIM.viewer(VICTIM.tenant.liveKey()), IDS_OF_VICTIM), 401);
    }

    @ParameterizedTest
    @MethodSource("ofViewersThings")
    void aNeighboursThingsAreNotThere(Operation operation) {
        refused(operation.call(neighbour.api(), IDS_OF_VICTIM), 404);
    }

    private static String scoped(String scope) {
        return SCOPED.computeIfAbsent(
                scope,
                it -> made(STRANGER.api.post("/v1/api-keys", Map.of("name", it, "scopes", List.of(it))))
                        .at("/key"));
    }

    private static String forged() {
        try {
            var claims = SignedJWT.parse(fan.api().key()).getJWTClaimsSet();
            var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
            token.sign(new MACSigner("a secret of an attacker, long enough"));
            return token.serialize();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String unsigned() throws Exception {
        return new PlainJWT(SignedJWT.parse(fan.api().key()).getJWTClaimsSet()).serialize();
    }

    private static Map<String, Object> ladder() {
        var stereo = Map.of("name", "128k", "kbps", 128, "channels", 2);
        var sd =
                Map.of("name", "sd", "codec", "h264", "height", 480, "kbps", 800, "peakKbps", 1200, "maxFrameRate", 60);
        return Map.of("name", "mine", "video", List.of(sd), "audio", List.of(stereo));
    }

    private static Answer made(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isIn(200, 201);
        return answer;
    }

    private static Api with(String credential) {
        return STAGE.as(credential);
    }

    private static void refused(Answer answer, int status) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    private static void refused(Answer answer, int status, String code) {
        refused(answer, status);
        assertThat(answer.code()).isEqualTo(code);
    }
}
