package io.streamverse.kernel.problem;

/// It was there and will not come back.
public final class Gone extends DomainException {
    private static final long serialVersionUID = 1L;

    public Gone(String code, String message) {
        super(code, message);
    }
}
