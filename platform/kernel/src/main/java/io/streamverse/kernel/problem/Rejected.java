package io.streamverse.kernel.problem;

import java.util.List;

/// The request was understood and breaks a rule.
public final class Rejected extends DomainException {
    private static final long serialVersionUID = 1L;

    public Rejected(String code, String message) {
        super(code, message);
    }

    public Rejected(String code, String message, List<FieldError> errors) {
        super(code, message, errors);
    }
}
