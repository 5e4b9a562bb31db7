package io.streamverse.kernel.problem;

/// A quota or a payment stands in the way.
public final class LimitReached extends DomainException {
    private static final long serialVersionUID = 1L;

    public LimitReached(String code, String message) {
        super(code, message);
    }
}
