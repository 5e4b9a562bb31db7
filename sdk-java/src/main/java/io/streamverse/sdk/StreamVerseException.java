package io.streamverse.sdk;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call that did not succeed. The subclass tells the kind; {@link #code()} tells the reason, stable enough to branch on.
 * Statuses without a subclass, 500 for instance, come as this class itself.
 */
public class StreamVerseException extends RuntimeException {
    private final int status;
    private final String code;
    private final String detail;
    private final @Nullable String requestId;
    private final List<FieldError> fieldErrors;
    private final @Nullable Duration retryAfter;

    StreamVerseException(Problem problem, @Nullable Throwable cause) {
        super(message(problem), cause);
        this.status = problem.status();
        this.code = problem.code();
        this.detail = problem.detail();
        this.requestId = problem.requestId();
        this.fieldErrors = problem.fieldErrors();
        this.retryAfter = problem.retryAfter();
    }

    /**
     * The HTTP status.
     *
     * @return 400 to 599 as a rule; 0 where no answer came ({@link ConnectionException})
     */
    public int status() {
        return status;
    }

    /**
     * The reason, as the platform's list of problems names it, such as {@code tenants.slug.taken}. Answers that are no
     * problem document have {@code http.<status>}, answers this client cannot read {@code response.unreadable}.
     *
     * @return the code
     */
    public String code() {
        return code;
    }

    /**
     * What happened, for people.
     *
     * @return one or two sentences
     */
    public String detail() {
        return detail;
    }

    /**
     * The name of the request in the platform's logs, to be quoted to support.
     *
     * @return the id, or null where no answer came
     */
    public @Nullable String requestId() {
        return requestId;
    }

    /**
     * What is wrong field by field.
     *
     * @return an unmodifiable list, empty where the problem is with no field
     */
    public List<FieldError> fieldErrors() {
        return fieldErrors;
    }

    /**
     * How long the platform asks to wait before the next attempt.
     *
     * @return the time, or null where it does not say
     */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    private static String message(Problem problem) {
        var status = problem.status() == 0 ? "" : problem.status() + " ";
        var request = problem.requestId() == null ? "" : " (request " + problem.requestId() + ")";
        return status + problem.code() + ": " + problem.detail() + request;
    }
}
