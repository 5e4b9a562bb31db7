package io.streamverse.kernel.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.micronaut.context.annotation.Primary;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// The one place where a failure becomes an answer. Nothing but what stands here ever reaches a caller.
@Singleton
@Primary
public class ProblemWriter implements ErrorResponseProcessor<Problem> {
    static final MediaType PROBLEM_JSON = MediaType.of("application/problem+json");

    @Override
    public MutableHttpResponse<Problem> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        return switch (context.getRootCause().orElse(null)) {
            case DomainException refusal -> write(context.getRequest(), refusal);
            case ConstraintViolationException broken -> write(context.getRequest(), rejected(broken));
            case JacksonException unreadable -> write(context.getRequest(), malformed(unreadable));
            case ConversionErrorException mismatch
            when jackson(mismatch) instanceof JacksonException unreadable ->
                write(context.getRequest(), malformed(unreadable));
            case ConversionErrorException mismatch ->
                write(
                        context.getRequest(),
                        new Malformed(
                                "http.request.malformed",
                                "`%s` cannot be what was sent"
                                        .formatted(mismatch.getArgument().getName())));
            case null, default -> byStatus(context, response);
        };
    }

    /// For whoever refuses so often that throwing, which the framework then finds a handler for, would cost too much.
    public MutableHttpResponse<Problem> write(HttpRequest<?> request, DomainException refusal) {
        var response = write(request, status(refusal), refusal.code(), refusal.detail(), refusal.errors());
        return switch (refusal) {
            case Conflict it ->
                it.retryAfter().map(wait -> retryAfter(response, wait)).orElse(response);
            case Unavailable away -> retryAfter(response, away.retryAfter());
            case TooManyRequests slower -> retryAfter(response, slower.retryAfter());
            case Unauthenticated _ -> response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            case LimitReached limit ->
                response.getBody()
                        .map(problem -> response.body(problem.limitedBy(limit.numbers())))
                        .orElse(response);
            case Forbidden known ->
                response.getBody()
                        .map(problem -> response.body(problem.knowing(known.facts())))
                        .orElse(response);
            default -> response;
        };
    }

    MutableHttpResponse<Problem> write(
            HttpRequest<?> request, int status, String code, String detail, List<FieldError> errors) {
        var problem = Problem.of(status, code, detail, RequestId.of(request), errors);
        return HttpResponse.<Problem>status(status, Problem.title(status))
                .body(problem)
                .contentType(PROBLEM_JSON);
    }

    private MutableHttpResponse<Problem> byStatus(ErrorContext context, MutableHttpResponse<?> response) {
        var request = context.getRequest();
        var status = response.code();
        var written = switch (status) {
            case 404 -> write(request, 404, "http.route.unknown", "There is nothing at this address", List.of());
            case 405 ->
                write(
                        request,
                        405,
                        "http.method.not-allowed",
                        "This address does not take " + request.getMethod(),
                        List.of());
            case 406 -> write(request, 406, "http.accept.unsupported", "No answer in a form you accept", List.of());
            case 413 -> write(request, 413, "http.body.too-large", "The body is larger than is taken here", List.of());
            case 415 ->
                write(request, 415, "http.body.unsupported-type", "Send the body as application/json", List.of());
            default ->
                status < 500
                        ? write(request, status, "http.request.malformed", firstMessage(context), List.of())
                        : internal(request);
        };
        response.getHeaders().forEach((name, values) -> {
            if (!name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE)) {
                values.forEach(value -> written.header(name, value));
            }
        });
        return written;
    }

    MutableHttpResponse<Problem> internal(HttpRequest<?> request) {
        return write(request, 500, "http.server.fault", "A fault on our side; it has been logged", List.of());
    }

    private static String firstMessage(ErrorContext context) {
        return context.getErrors().isEmpty()
                ? "The request cannot be read"
                : context.getErrors().getFirst().getMessage();
    }

    private static int status(DomainException refusal) {
        return switch (refusal) {
            case Malformed _ -> 400;
            case Unauthenticated _ -> 401;
            case LimitReached _ -> 402;
            case Forbidden _ -> 403;
            case NotFound _ -> 404;
            case Conflict _ -> 409;
            case Gone _ -> 410;
            case PreconditionFailed _ -> 412;
            case TooLarge _ -> 413;
            case Rejected _ -> 422;
            case Locked _ -> 423;
            case TooManyRequests _ -> 429;
            case Corrupted _ -> Problem.CORRUPTED;
            case Unavailable _ -> 503;
        };
    }

    private static MutableHttpResponse<Problem> retryAfter(MutableHttpResponse<Problem> response, Duration wait) {
        return response.header(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, wait.toSeconds())));
    }

    private static Rejected rejected(ConstraintViolationException broken) {
        var errors = broken.getConstraintViolations().stream()
                .map(it -> new FieldError(pointer(it.getPropertyPath()), it.getMessage()))
                .sorted((a, b) -> a.pointer().compareTo(b.pointer()))
                .toList();
        return new Rejected("http.request.invalid", "Some fields break a rule; see errors", errors);
    }

    /// `create.request.owner.email` names method and parameter first; the caller knows only the fields.
    private static String pointer(jakarta.validation.Path path) {
        return StreamSupport.stream(path.spliterator(), false)
                .filter(node -> switch (node.getKind()) {
                    case METHOD, PARAMETER, BEAN, CONSTRUCTOR, RETURN_VALUE, CROSS_PARAMETER -> false;
                    default -> true;
                })
                .map(node -> node.getIndex() == null ? "/" + node.getName() : "/" + node.getIndex())
                .collect(Collectors.joining());
    }

    private static @Nullable Throwable jackson(ConversionErrorException mismatch) {
        for (Throwable cause = mismatch; cause != null; cause = cause.getCause()) {
            if (cause instanceof JacksonException) {
                return cause;
            }
        }
        return null;
    }

    public static Malformed malformed(JacksonException unreadable) {
        if (!(unreadable instanceof JsonMappingException mapping)
                || mapping.getPath().isEmpty()) {
            var at = unreadable.getLocation();
            var where = at == null ? "" : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
            return new Malformed("http.body.malformed", "The body is not the JSON expected here" + where);
        }
        var pointer = mapping.getPath().stream()
                .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                .collect(Collectors.joining());
        var detail =
                mapping instanceof UnrecognizedPropertyException ? "is not a field here" : "has the wrong type or form";
        return new Malformed(
                "http.body.malformed",
                "The body does not fit: %s %s".formatted(pointer, detail),
                List.of(new FieldError(pointer, detail)));
    }
}
