package io.streamverse.server.playback;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.server.playback.Contract.Operation;
import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Api;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever is sent to an operation of the contract, by one who may call it: a mistake of the client's, never of ours.
class HostileInputIT {
    private static final Stage STAGE = Stage.shared();
    private static final House HOUSE = House.live(STAGE);
    private static final Map<String, String> IDS = new HashMap<>();
    private static final Pattern INSIDES = Pattern.compile(
            "Exception|\\bat (io|java|org)\\.|\\b(io|java|org|com)\\.[a-z]+\\.|SQLSTATE|ERROR:|\\bSELECT\\b|\\bINSERT\\b|jackson",
            Pattern.CASE_INSENSITIVE);
    private static final int TEN_MEGABYTES = 10_000_000;
    private static final int SLOW = 100;
    private static final Duration PROMPTLY = Duration.ofSeconds(5);
    /// Written into addresses as they stand.
    private static final List<String> ADDRESSED = List.of(
            "-1",
            "0",
            "1e9",
            "99999999999999999999",
            "%00",
            "%",
            "%zz",
            "%ff%fe",
            "%ed%a0%80",
            "%E2%80%AEgnp",
            "%27%3B%20DROP%20TABLE%20title%3B--",
            "..%2f..%2fetc%2fpasswd",
            "%252e%252e",
            "%0d%0aSet-Cookie:%20a=b",
            "eyJhIjoxfQ",
            "9999-99-99T99:99:99Z",
            "x".repeat(3_000));

    private static final TestTenant ENDING = STAGE.tenant();
    /// As deep as a body may nest, and as deep as it may be long.
    private static final List<Integer> DEPTHS = List.of(32, 100_000);

    private static House.Fan fan;
    private static String strangersTitle;

    @BeforeAll
    static void aHouseWithOneOfEverything() {
        fan = HOUSE.fan();
        var api = HOUSE.api;
        IDS.putAll(HOUSE.things(fan));
        IDS.put(
                "api-keys.id",
                made(api.post("/v1/api-keys", Map.of("name", "spare", "scopes", List.of("catalog:read"))))
                        .at("/id"));
        IDS.put(
                "grants.id",
                made(api.post("/v1/viewers/%s/grants".formatted(fan.id()), Map.of("tier", "gold")))
                        .at("/id"));
        IDS.put("tenants.id", STAGE.tenant().id().value());
        IDS.put("code", "nobodys");
        strangersTitle = made(STAGE.tenant().live().post("/v1/titles", Map.of("kind", "movie")))
                .at("/id");
    }

    static Stream<Operation> operations() {
        return Contract.operations();
    }

    static Stream<Operation> withJson() {
        return operations()
                .filter(it -> it.body().contains("json") && !it.body().contains("nd"));
    }

    static Stream<Operation> lists() {
        return operations().filter(it -> it.queries().contains("after"));
    }

    static Stream<Operation> withABody() {
        return operations().filter(it -> !it.body().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("withJson")
    void noValueInABodyBreaksAnything(Operation operation) {
        var failures = new Failures(operation);
        for (var body : HostileBodies.of(operation.schema())) {
            failures.note(body, Api.send(request(operation, BodyPublishers.ofString(body))));
        }
        failures.demandNone();
    }

    @ParameterizedTest
    @MethodSource("withABody")
    void whatIsNoBodyIsRefused(Operation operation) {
        var failures = new Failures(operation);
        for (var body : List.of(
                "{",
                "{\"a\":",
                "[1,",
                "nul",
                "]",
                "\"text\"",
                "1",
                "[]",
                "null",
                "{}{}",
                "\u0000",
                "{\"a\":1,\"a\":2}")) {
            failures.note(body, Api.send(request(operation, BodyPublishers.ofString(body))));
        }
        var right = HostileBodies.right(operation.schema());
        failures.note("no UTF-8", Api.send(request(operation, BodyPublishers.ofByteArray(noUtf8(right)))));
        failures.note("deep", Api.send(request(operation, BodyPublishers.ofString("{\"a\":".repeat(100_000)))));
        failures.demandNone();
    }

    @ParameterizedTest
    @MethodSource("withABody")
    void howDeepABodyIsBreaksNothing(Operation operation) {
        var failures = new Failures(operation);
        for (var depth : DEPTHS) {
            var names = "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
            var lists = "{\"name\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
            for (var body : List.of(names, lists)) {
                failures.note(depth + " deep", Api.send(request(operation, BodyPublishers.ofString(body))));
            }
        }
        failures.demandNone();
    }

    /// A cursor is no secret: it says where to go on, and never whose.
    @ParameterizedTest
    @MethodSource("lists")
    void aCursorOfAnotherListOrTenantShowsNothingOfIt(Operation operation) {
        var failures = new Failures(operation);
        for (var id : Stream.concat(IDS.values().stream(), Stream.of(strangersTitle, "ten_", ""))
                .toList()) {
            var cursor = Base64.getUrlEncoder().encodeToString(id.getBytes(ISO_8859_1));
            var answer = sent(operation, "%s&after=%s".formatted(operation.address(safe(operation)), cursor));
            failures.note(id, answer);
            assertThat(answer).doesNotContain(strangersTitle);
        }
        failures.demandNone();
    }

    @ParameterizedTest
    @MethodSource("withJson")
    void tenMegabytesAreTooMany(Operation operation) {
        var answer = Api.send(request(operation, BodyPublishers.ofByteArray(new byte[TEN_MEGABYTES])));

        assertThat(answer.status()).as(answer.toString()).isIn(413, 404, 400);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void noAddressBreaksAnything(Operation operation) {
        var failures = new Failures(operation);
        for (var value : ADDRESSED) {
            for (var parameter : operation.parameters()) {
                var ids = new HashMap<>(IDS);
                ids.put(operation.room() + "." + parameter, value);
                failures.note(value, sent(operation, operation.address(ids)));
            }
            for (var query : operation.queries()) {
                failures.note(
                        value, sent(operation, "%s&%s=%s".formatted(operation.address(safe(operation)), query, value)));
            }
        }
        failures.demandNone();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void headersThatContradictEachOtherBreakNothing(Operation operation) {
        var failures = new Failures(operation);
        var address = operation.address(safe(operation));
        for (var headers : List.of(
                "Authorization: Bearer a\r\nAuthorization: Bearer b\r\n",
                "Authorization:\r\n",
                "Authorization: Bearer " + "x".repeat(7_000) + "\r\n",
                credential(operation) + credential(operation),
                credential(operation) + "Idempotency-Key: a\r\nIdempotency-Key: b\r\n",
                credential(operation) + "If-Match: *\r\nIf-Match: \"x\"\r\nIf-None-Match: \u00ff\r\n",
                credential(operation)
                        + "Accept: \r\nAccept-Language: \u00e4;q=x, *;q=9\r\nAccept-Encoding: gzip;q=nan\r\n",
                credential(operation) + "X-StreamVerse-Tenant: ../..\r\nX-StreamVerse-Tenant: a\r\n",
                credential(operation) + "Content-Type: json\r\n",
                credential(operation) + "Range: bytes=9-1,-,x\r\nX-Forwarded-For: ::::\r\nForwarded: =;\r\n")) {
            failures.note(headers, raw(operation.method(), address, headers, ""));
        }
        failures.demandNone();
    }

    /// Senders who never come to an end: `SlowSenderTest` has what becomes of them.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /v1/titles HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 1000\r\n\r\n{",
                "GET /v1/titles HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nX-"
            })
    void slowSendersHoldNobodyUp(String begun) throws IOException {
        var slow = new ArrayList<Socket>();
        try {
            for (int i = 0; i < SLOW; i++) {
                var socket = socket();
                slow.add(socket);
                socket.getOutputStream()
                        .write(begun.formatted(HOUSE.tenant.liveKey()).getBytes(ISO_8859_1));
            }
            var began = System.nanoTime();
            assertThat(HOUSE.api.get("/v1/titles").status()).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(PROMPTLY);
        } finally {
            for (var socket : slow) {
                socket.close();
            }
        }
    }

    private static HttpRequest request(Operation operation, HttpRequest.BodyPublisher body) {
        var api = api(operation).with("Content-Type", operation.body());
        return HttpRequest.newBuilder(api.request("POST", operation.address(ids(operation)), "{}"), (_, _) -> true)
                .method(operation.method(), body)
                .build();
    }

    /// What ends a tenant ends one that nothing else is asked of.
    private static Map<String, String> ids(Operation operation) {
        if (!operation.id().equals("closeTenant")) {
            return IDS;
        }
        var ids = new HashMap<>(IDS);
        ids.put("tenants.id", ENDING.id().value());
        return ids;
    }

    private static Api api(Operation operation) {
        if (operation.id().equals("closeOwnTenant")) {
            return ENDING.live();
        }
        if (operation.isUnder("/operator/")) {
            return STAGE.operator();
        }
        return operation.isUnder("/viewer/") ? fan.api() : HOUSE.api;
    }

    private static String credential(Operation operation) {
        return "Authorization: Bearer %s\r\nX-StreamVerse-Tenant: %s\r\n"
                .formatted(api(operation).key(), HOUSE.tenant.slug());
    }

    /// Only what reads is asked of what there is: the rest would take it away.
    private static Map<String, String> safe(Operation operation) {
        if (operation.method().equals("GET")) {
            return IDS;
        }
        var ids = new HashMap<String, String>();
        IDS.keySet().forEach(it -> ids.put(it, "nobodys"));
        return ids;
    }

    private static String sent(Operation operation, String address) {
        return operation.body().isEmpty()
                ? raw(operation.method(), address, credential(operation), "")
                : raw(
                        operation.method(),
                        address,
                        credential(operation) + "Content-Type: %s\r\n".formatted(operation.body()),
                        "{}");
    }

    /// Sends what it is given, byte for byte, and reads all that comes.
    private static String raw(String method, String address, String headers, String body) {
        var request = "%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n%sContent-Length: %d\r\n\r\n%s"
                .formatted(method, address, headers, body.length(), body);
        try (var socket = socket()) {
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Socket socket() throws IOException {
        var url = HOUSE.api.url();
        var socket = new Socket(url.getHost(), url.getPort());
        socket.setSoTimeout((int) PROMPTLY.toMillis());
        return socket;
    }

    private static byte[] noUtf8(String body) {
        return body.replace("text", "te\u00ff\u00fext").getBytes(ISO_8859_1);
    }

    private static Answer made(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isIn(200, 201);
        return answer;
    }

    /// Of one operation, all together.
    private static final class Failures {
        private final List<String> failures = new ArrayList<>();
        private final Operation operation;

        Failures(Operation operation) {
            this.operation = operation;
        }

        void note(String sent, Answer answer) {
            note(sent, answer.status(), answer.header("Content-Type") + answer.text());
        }

        void note(String sent, String answer) {
            note(sent, answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0, answer);
        }

        private void note(String sent, int status, String answer) {
            var away = status == 503 && answer.contains("\"code\":\"analytics.unavailable\"");
            var ours = status < 200 || (status >= 500 && !away);
            var unclear =
                    status >= 400 && !(answer.contains("application/problem+json") && answer.contains("\"code\":\""));
            if (ours || unclear || (status >= 400 && INSIDES.matcher(answer).find())) {
                failures.add("%s%n    answered %d %s".formatted(shortened(sent), status, answer));
            }
        }

        void demandNone() {
            assertThat(failures).as(operation.id()).isEmpty();
        }

        private static String shortened(String sent) {
            return sent.length() > 300 ? sent.substring(0, 300) + "…" : sent;
        }
    }
}
