package io.streamverse.kernel.problem;

import java.util.Map;

/// A quota or a payment stands in the way; `numbers` say how far it is.
public final class LimitReached extends DomainException {
    private static final long serialVersionUID = 1L;

    private final transient Map<String, Object> numbers;

    public LimitReached(String code, String message, Map<String, Object> numbers) {
        super(code, message);
        this.numbers = numbers;
    }

    public Map<String, Object> numbers() {
        return numbers;
    }
}
