package io.streamverse.kernel.problem;

import java.util.Map;

/// The caller is known and may not; `facts` help to go on.
public final class Forbidden extends DomainException {
    private static final long serialVersionUID = 1L;

    private final transient Map<String, Object> facts;

    public Forbidden(String code, String message) {
        this(code, message, Map.of());
    }

    public Forbidden(String code, String message, Map<String, Object> facts) {
        super(code, message);
        this.facts = facts;
    }

    public Map<String, Object> facts() {
        return facts;
    }
}
