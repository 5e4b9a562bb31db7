package io.streamverse.kernel.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpStatus;
import io.micronaut.openapi.annotation.OpenAPIExtraSchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;

/// RFC 9457 problem details with the code that programs read and the request id that support asks for.
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@OpenAPIExtraSchema(classes = Problem.class)
@Schema(description = "What went wrong, as RFC 9457 problem details.")
public record Problem(
        @Schema(description = "Address of the paragraph that explains this code.")
        String type,

        String title,
        @Schema(description = "The HTTP status again.") int status,

        @Schema(description = "What went wrong this time, for a person.")
        String detail,

        @Schema(description = "Stable code for programs: `<room>.<thing>.<what>`.")
        String code,

        @Schema(description = "Quote it when you ask for help; the logs carry it too.")
        String requestId,

        @Schema(
                description = "The invalid fields, where fields are what is wrong.",
                requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        List<FieldError> errors,

        @Schema(
                description =
                        "With 402: which limit, what it allows, what is used, reserved and was asked for, and when"
                                + " it resets.",
                requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        Map<String, Object> limit,

        @Schema(
                description = "What helps to go on, as the paragraph of this code says.",
                requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        Map<String, Object> facts) {

    /// A status that tus made up: no registry names it.
    static final int CORRUPTED = 460;

    static String title(int status) {
        return status == CORRUPTED
                ? "Checksum Mismatch"
                : HttpStatus.valueOf(status).getReason();
    }

    static Problem of(int status, String code, String detail, String requestId, List<FieldError> errors) {
        return new Problem(
                "https://docs.streamverse.io/problems/" + code,
                title(status),
                status,
                detail,
                code,
                requestId,
                errors,
                Map.of(),
                Map.of());
    }

    Problem limitedBy(Map<String, Object> numbers) {
        return new Problem(type, title, status, detail, code, requestId, errors, numbers, facts);
    }

    Problem knowing(Map<String, Object> more) {
        return new Problem(type, title, status, detail, code, requestId, errors, limit, more);
    }
}
