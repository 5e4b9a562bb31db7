package io.streamverse.kernel.problem;

/// The state of things does not allow it now.
public final class Conflict extends DomainException {
    private static final long serialVersionUID = 1L;

    public Conflict(String code, String message) {
        super(code, message);
    }
}
