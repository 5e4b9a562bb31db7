package io.streamverse.kernel.problem;

/// Who is calling is not known: the credential is missing, wrong or contradicts another.
public final class Unauthenticated extends DomainException {
    private static final long serialVersionUID = 1L;

    public Unauthenticated(String code, String message) {
        super(code, message);
    }
}
