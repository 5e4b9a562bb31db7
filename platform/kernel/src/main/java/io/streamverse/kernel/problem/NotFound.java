package io.streamverse.kernel.problem;

/// Not there, or not yours: the answer is the same.
public final class NotFound extends DomainException {
    private static final long serialVersionUID = 1L;

    public NotFound(String code, Object id) {
        super(code, "There is no " + id);
    }
}
