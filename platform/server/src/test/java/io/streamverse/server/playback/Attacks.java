package io.streamverse.server.playback;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.streamverse.server.playback.Contract.Operation;
import io.streamverse.server.viewers.Counterfeits;
import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Api;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Every operation of the contract, called by everybody who may not: a new one is covered the day it is written down.
/// A victim, a stranger and one who is suspended, with one of everything.
final class Attacks {
    private static final Set<String> IDS = Set.of("id", "assetId", "titleId", "viewerId", "sessionId");
    /// What ClickHouse keeps, which this stage does without: `AnalyticsIT` asks for another's there.
    private static final Set<String> ELSEWHERE = Set.of("getAnalyticsRetention", "getAnalyticsSession");

    private final Stage stage;
    private final House victim;
    private final House stranger;
    private final TestTenant suspended;
    private final House.Fan fan;
    private final House.Fan neighbour;
    private final House.Fan foreigner;
    private final Counterfeits counterfeits;
    private final String expired;
    private final Map<String, String> scoped = new HashMap<>();
    /// Put in the place of a parameter, `room.parameter` before `parameter`.
    private final Map<String, String> ids = new HashMap<>();

    Attacks(Stage stage) {
        this.stage = stage;
        this.victim = House.live(stage);
        this.stranger = House.live(stage);
        this.suspended = stage.tenant();
        this.fan = victim.fan();
        this.neighbour = victim.fan();
        this.foreigner = stranger.fan();
        this.counterfeits = new Counterfeits(
                stage.server().getApplicationContext(),
                victim.tenant.liveSpace(),
                fan.api().key());
        this.expired = expiredKey();
        made(stage.operator()
                .post("/operator/v1/tenants/%s/suspension".formatted(suspended.id()), Map.of("reason", "spam")));
        giveTheVictimOneOfEverything();
    }

    /// The victim as it stands, in one word.
    String digest() {
        return Digest.of(stage, victim.tenant);
    }

    Stream<Attack> all() {
        return Contract.operations().flatMap(this::on);
    }

    private Stream<Attack> on(Operation operation) {
        if (operation.isUnder("/viewer/")) {
            return operation.isForEverybody() ? Stream.of() : onViewers(operation);
        }
        return Stream.concat(
                Stream.of(
                        attack("without a key", operation, with(""), 401),
                        attack("with a made-up key", operation, with("sv_live_" + "x".repeat(40)), 401),
                        attack("with a forged token", operation, with(forged()), 401),
                        attack(
                                "with a viewer's token",
                                operation,
                                with(fan.api().key()),
                                401)),
                operation.isUnder("/operator/") ? onOperators(operation) : onTenants(operation));
    }

    private Stream<Attack> onOperators(Operation operation) {
        return Stream.of(
                attack("as a tenant", operation, with(stranger.tenant.liveKey()), 403, "keys.key.not-operator"));
    }

    private Stream<Attack> onTenants(Operation operation) {
        var others = operation.scope().equals("branding:read") ? "catalog:read" : "branding:read";
        var attacks = Stream.of(
                attack("as the operator", operation, stage.operator(), 403, "keys.operator.no-tenant"),
                attack("without its scope", operation, with(scoped(others)), 403, "keys.scope.missing"),
                attack("with an expired key", operation, with(expired), 401, "keys.key.refused"),
                attack("while suspended", operation, with(suspended.liveKey()), 403, "tenants.tenant.suspended"),
                attack(
                        "in the victim's name",
                        operation,
                        with(stranger.tenant.liveKey()).with("X-StreamVerse-Tenant", victim.tenant.slug()),
                        401,
                        "tenants.tenant.contradiction"),
                attack(
                        "at the victim's address",
                        operation,
                        with(stranger.tenant.liveKey()).with("Host", victim.tenant.slug() + ".localhost"),
                        401,
                        "tenants.tenant.contradiction"));
        return operation.names(IDS) && !ELSEWHERE.contains(operation.id())
                ? Stream.concat(
                        attacks,
                        Stream.of(
                                attack("of another tenant", operation, with(stranger.tenant.liveKey()), 404),
                                attack("of the other environment", operation, with(victim.tenant.testKey()), 404)))
                : attacks;
    }

    private Stream<Attack> onViewers(Operation operation) {
        var attacks = Stream.of(
                attack("with a forged token", operation, victim.viewer(forged()), 401),
                attack("with an unsigned token", operation, victim.viewer(unsigned()), 401),
                attack("with another's signature", operation, victim.viewer(counterfeits.withAnotherSignature()), 401),
                attack(
                        "with a token for something else",
                        operation,
                        victim.viewer(counterfeits.with(it -> it.audience("worker"))),
                        401),
                attack(
                        "with a token of yesterday",
                        operation,
                        victim.viewer(counterfeits.with(it -> it.expirationTime(Date.from(Instant.EPOCH)))),
                        401),
                attack(
                        "with a token of another tenant",
                        operation,
                        victim.viewer(foreigner.api().key()),
                        401),
                attack("with a key", operation, victim.viewer(victim.tenant.liveKey()), 401));
        var more = Stream.<Attack>builder();
        if (!operation.isForGuests()) {
            more.add(attack("as a guest", operation, victim.viewer(""), 401));
        }
        if (operation.names(Set.of("id")) && !operation.isUnder("/viewer/v1/titles")) {
            more.add(attack("of a neighbour", operation, neighbour.api(), 404));
        }
        return Stream.concat(attacks, more.build());
    }

    private Attack attack(String how, Operation operation, Api api, int status) {
        return attack(how, operation, api, status, "");
    }

    private Attack attack(String how, Operation operation, Api api, int status, String code) {
        return new Attack(operation.id() + " " + how, () -> operation.call(api, ids), status, code);
    }

    /// The victim's, and over.
    private String expiredKey() {
        var key = made(victim.api.post("/v1/api-keys", Map.of("name", "spare", "scopes", List.of("*"))));
        made(victim.api.post("/v1/api-keys/%s/rotation".formatted(key.at("/id")), Map.of("overlapSeconds", 0)));
        return key.at("/key");
    }

    private void giveTheVictimOneOfEverything() {
        var api = victim.api;
        ids.putAll(victim.things(fan));
        ids.put("api-keys.id", api.get("/v1/api-keys").at("/data/0/id"));
        ids.put("ladders.id", made(api.post("/v1/ladders", ladder())).at("/id"));
        ids.put(
                "quotes.id",
                made(api.post("/v1/quotes", Map.of("meter", "transcode.cpu", "quantity", 1000)))
                        .at("/id"));
        ids.put("grants.id", "gra_01k9m6xw3t8r5v2c7b4n1q0z6d");
        ids.put("jobs.id", "job_01k9m6xw3t8r5v2c7b4n1q0z6d");
        ids.put("captions.id", "cap_01k9m6xw3t8r5v2c7b4n1q0z6d");
        ids.put("code", "starter");
    }

    private String scoped(String scope) {
        return scoped.computeIfAbsent(
                scope,
                it -> made(stranger.api.post("/v1/api-keys", Map.of("name", it, "scopes", List.of(it))))
                        .at("/key"));
    }

    private String forged() {
        try {
            var claims = SignedJWT.parse(fan.api().key()).getJWTClaimsSet();
            var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
            token.sign(new MACSigner("a secret of an attacker, long enough"));
            return token.serialize();
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private String unsigned() {
        try {
            return new PlainJWT(SignedJWT.parse(fan.api().key()).getJWTClaimsSet()).serialize();
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
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

    private Api with(String credential) {
        return stage.as(credential);
    }
}
