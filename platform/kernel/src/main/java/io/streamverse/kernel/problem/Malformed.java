package io.streamverse.kernel.problem;

import java.util.List;

/// The request itself cannot be read.
public final class Malformed extends DomainException {
    private static final long serialVersionUID = 1L;

    public Malformed(String code, String message) {
        super(code, message);
    }

    public Malformed(String code, String message, List<FieldError> errors) {
        super(code, message, errors);
    }
}
