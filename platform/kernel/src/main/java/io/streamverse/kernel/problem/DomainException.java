package io.streamverse.kernel.problem;

import java.util.List;

/// A refusal a caller can understand. `code` is `<room>.<thing>.<what>` and has a paragraph in docs/problems.md.
public abstract sealed class DomainException extends RuntimeException
        permits Malformed,
                Unauthenticated,
                LimitReached,
                Forbidden,
                NotFound,
                Conflict,
                Gone,
                PreconditionFailed,
                Locked,
                TooLarge,
                Rejected,
                Corrupted,
                TooManyRequests,
                Unavailable {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<FieldError> errors;

    DomainException(String code, String message) {
        this(code, message, List.of());
    }

    DomainException(String code, String message, List<FieldError> errors) {
        super(message, null, false, false);
        this.code = code;
        this.errors = errors;
    }

    public String code() {
        return code;
    }

    public List<FieldError> errors() {
        return errors;
    }

    /// The detail for the caller; a domain exception always has one.
    public String detail() {
        return String.valueOf(getMessage());
    }
}
