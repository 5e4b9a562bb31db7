package io.streamverse.kernel.security;

import io.micronaut.http.HttpRequest;
import io.streamverse.kernel.problem.Unauthenticated;
import io.streamverse.kernel.tenancy.TenantSpace;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who calls: the operator, or a key of one tenant environment. `id` names the credential and never holds it; `seal`,
/// derived from it, closes what only this caller may read again.
public record Caller(Kind kind, String id, @Nullable TenantSpace space, Set<String> scopes, String seal) {
    private static final String ATTRIBUTE = "streamverse.caller";

    public enum Kind {
        OPERATOR,
        KEY
    }

    public static Caller operator(String credential) {
        return new Caller(Kind.OPERATOR, "operator", null, Set.of(), sealFrom(credential));
    }

    public static Caller key(String id, TenantSpace space, Set<String> scopes, String credential) {
        return new Caller(Kind.KEY, id, space, scopes, sealFrom(credential));
    }

    private static String sealFrom(String credential) {
        return Digests.sha256("streamverse.seal:" + credential);
    }

    public static Caller of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, Caller.class)
                .orElseThrow(() -> new Unauthenticated("keys.key.missing", "Send a key as Authorization: Bearer"));
    }

    void enter(HttpRequest<?> request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    public boolean may(String scope) {
        return kind == Kind.OPERATOR || scopes.contains(Scope.ALL) || scopes.contains(scope);
    }

    @Override
    public String toString() {
        return kind + " " + id;
    }
}
