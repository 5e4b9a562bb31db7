package io.streamverse.kernel.problem;

/// Somebody else changed it first.
public final class PreconditionFailed extends DomainException {
    private static final long serialVersionUID = 1L;

    public PreconditionFailed(String code, String message) {
        super(code, message);
    }
}
