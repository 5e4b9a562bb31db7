package io.streamverse.kernel.problem;

/// More bytes than were announced, or than are taken at all.
public final class TooLarge extends DomainException {
    private static final long serialVersionUID = 1L;

    public TooLarge(String code, String message) {
        super(code, message);
    }
}
