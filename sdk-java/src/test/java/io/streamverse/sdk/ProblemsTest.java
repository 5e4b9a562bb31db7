package io.streamverse.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.streamverse.sdk.model.CreateTenant;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemsTest {
    private final FakePlatform platform = new FakePlatform();

    @AfterEach
    void close() {
        platform.close();
    }

    @ParameterizedTest
    @CsvSource({
        "400, ValidationException",
        "401, AuthenticationException",
        "402, QuotaException",
        "403, ForbiddenException",
        "404, NotFoundException",
        "409, ConflictException",
        "410, GoneException",
        "412, PreconditionFailedException",
        "422, ValidationException",
        "429, RateLimitException",
        "500, StreamVerseException",
        "503, UnavailableException"
    })
    void aStatusHasItsException(int status, String name) {
        platform.answers(status, "{\"code\":\"a.b\"}");

        var failure = failureOf(RequestOptions.none().withMaxRetries(0));

        assertThat(failure.getClass().getSimpleName()).isEqualTo(name);
        assertThat(failure.code()).isEqualTo("a.b");
    }

    @Test
    void aProblemIsReadWhole() {
        platform.answers(422, """
                {"type": "https://docs.example/problems/tenants.invalid", "title": "Invalid", "status": 422,
                 "detail": "Two fields are wrong", "code": "tenants.invalid", "requestId": "req_7",
                 "errors": [{"pointer": "/slug", "detail": "is empty"}, {"pointer": "/owner/email", "detail": "has no @"}]}
                """, "Content-Type", "application/problem+json");

        assertThatThrownBy(() -> platform.operator().tenants().create(new CreateTenant()))
                .hasMessage("422 tenants.invalid: Two fields are wrong (request req_7)")
                .isInstanceOfSatisfying(
                        ValidationException.class,
                        it -> assertThat(it.fieldErrors())
                                .containsExactly(
                                        new FieldError("/slug", "is empty"),
                                        new FieldError("/owner/email", "has no @")));
    }

    @Test
    void aFullQuotaSaysItsNumbers() {
        platform.answers(402, """
                {"code": "limits.quota.exceeded", "limit": {"meter": "transcode.gpu", "allowance": 60, "used": 12.5,
                 "reserved": 40, "asked": 10, "resetsAt": "2026-12-01T00:00:00Z"}}
                """);

        assertThat(((QuotaException) failureOf(RequestOptions.none())).limit())
                .isEqualTo(new ExceededLimit(
                        "transcode.gpu",
                        new BigDecimal("60"),
                        new BigDecimal("12.5"),
                        new BigDecimal("40"),
                        new BigDecimal("10"),
                        Instant.parse("2026-12-01T00:00:00Z")));
    }

    @Test
    void aPageFromAProxyIsStillAnException() {
        platform.answers(502, "<html>Bad gateway</html>", "Request-Id", "req_8");

        var failure = failureOf(RequestOptions.none());

        assertThat(failure.code()).isEqualTo("http.502");
        assertThat(failure.requestId()).isEqualTo("req_8");
        assertThat(failure.fieldErrors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"[1]", "''", "null", "'{\"errors\": 5, \"code\": {}, \"detail\": null}'"})
    void jsonThatIsNoProblemIsStillAnException(String body) {
        platform.answers(500, body);

        assertThat(failureOf(RequestOptions.none()).code()).isEqualTo("http.500");
    }

    @ParameterizedTest
    @CsvSource({"sv_live_c2VjcmV0", "''", "'{\"hosts\":\"sv_live_c2VjcmV0\"}'", "'{\"createdAt\":\"sv_live_c2VjcmV0\"}'"
    })
    void anUnreadableAnswerIsAnExceptionThatQuotesNothing(String body) {
        platform.answers(200, body, "Request-Id", "req_9");

        var failure = failureOf(RequestOptions.none());

        assertThat(failure.code()).isEqualTo("response.unreadable");
        assertThat(failure.requestId()).isEqualTo("req_9");
        assertThat(traceOf(failure)).doesNotContain("c2VjcmV0");
    }

    @Test
    void anAnswerThatIsNoListIsNotAnEmptyOne() {
        platform.answers(200, "{\"items\":[]}");

        assertThatThrownBy(() -> platform.client().apiKeys().list(ListParams.all()))
                .hasMessage("200 response.unreadable: The answer to GET /v1/api-keys is no list");
    }

    private StreamVerseException failureOf(RequestOptions options) {
        return catchThrowableOfType(
                StreamVerseException.class, () -> platform.client().tenant().get(options));
    }

    private static String traceOf(Throwable failure) {
        var trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}
