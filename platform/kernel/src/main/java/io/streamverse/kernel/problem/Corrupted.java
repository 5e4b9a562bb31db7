package io.streamverse.kernel.problem;

/// The bytes that came are not those that were sent.
public final class Corrupted extends DomainException {
    private static final long serialVersionUID = 1L;

    public Corrupted(String code, String message) {
        super(code, message);
    }
}
