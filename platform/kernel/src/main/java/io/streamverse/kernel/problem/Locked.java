package io.streamverse.kernel.problem;

/// Somebody else is at it right now; it passes by itself.
public final class Locked extends DomainException {
    private static final long serialVersionUID = 1L;

    public Locked(String code, String message) {
        super(code, message);
    }
}
