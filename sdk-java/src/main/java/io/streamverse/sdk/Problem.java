package io.streamverse.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer that is no success: a problem document (RFC 9457), or whatever else stood in its place. */
record Problem(
        int status,
        String code,
        String detail,
        @Nullable String requestId,
        List<FieldError> fieldErrors,
        @Nullable Duration retryAfter,
        @Nullable ExceededLimit limit) {

    Problem(
            int status,
            String code,
            String detail,
            @Nullable String requestId,
            List<FieldError> fieldErrors,
            @Nullable Duration retryAfter) {
        this(status, code, detail, requestId, fieldErrors, retryAfter, null);
    }

    static Problem of(HttpResponse<byte[]> answer, Json json, Backoff backoff) {
        var body = objectIn(answer.body(), json);
        int status = answer.statusCode();
        var detail = text(body, "detail", text(body, "title", "The answer is no problem document"));
        var wait = answer.headers().firstValue("Retry-After").map(backoff::retryAfter);
        return new Problem(
                status,
                text(body, "code", "http." + status),
                detail,
                answer.headers()
                        .firstValue("Request-Id")
                        .orElse(body.path("requestId").textValue()),
                fieldErrorsIn(body),
                wait.orElse(null),
                limitIn(body.path("limit")));
    }

    static Problem unreadable(Call call, HttpResponse<byte[]> answer, String why) {
        var detail = "The answer to " + call + " " + why;
        var requestId = answer.headers().firstValue("Request-Id").orElse(null);
        return new Problem(answer.statusCode(), "response.unreadable", detail, requestId, List.of(), null);
    }

    StreamVerseException exception() {
        return switch (status) {
            case 400, 422 -> new ValidationException(this);
            case 401 -> new AuthenticationException(this);
            case 402 -> new QuotaException(this);
            case 403 -> new ForbiddenException(this);
            case 404 -> new NotFoundException(this);
            case 409 -> new ConflictException(this);
            case 410 -> new GoneException(this);
            case 412 -> new PreconditionFailedException(this);
            case 429 -> new RateLimitException(this);
            case 503 -> new UnavailableException(this);
            default -> new StreamVerseException(this, null);
        };
    }

    private static JsonNode objectIn(byte[] body, Json json) {
        try {
            return json.tree(body);
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }

    private static String text(JsonNode body, String field, String otherwise) {
        var value = body.path(field).textValue();
        return value == null ? otherwise : value;
    }

    private static @Nullable ExceededLimit limitIn(JsonNode limit) {
        if (!limit.isObject()) {
            return null;
        }
        var resetsAt = limit.path("resetsAt").textValue();
        return new ExceededLimit(
                text(limit, "meter", ""),
                limit.path("allowance").decimalValue(),
                limit.path("used").decimalValue(),
                limit.path("reserved").decimalValue(),
                limit.path("asked").decimalValue(),
                resetsAt == null ? null : Instant.parse(resetsAt));
    }

    private static List<FieldError> fieldErrorsIn(JsonNode body) {
        var errors = new ArrayList<FieldError>();
        for (var error : body.path("errors")) {
            errors.add(new FieldError(text(error, "pointer", ""), text(error, "detail", "")));
        }
        return List.copyOf(errors);
    }
}
