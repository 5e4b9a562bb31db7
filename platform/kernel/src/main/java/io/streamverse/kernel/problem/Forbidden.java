package io.streamverse.kernel.problem;

/// The caller is known and may not.
public final class Forbidden extends DomainException {
    private static final long serialVersionUID = 1L;

    public Forbidden(String code, String message) {
        super(code, message);
    }
}
