package io.streamverse.kernel.security;

import io.micronaut.http.HttpRequest;
import io.streamverse.kernel.problem.Unauthenticated;
import io.streamverse.kernel.tenancy.TenantSpace;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who calls: the operator, a key of one tenant environment, one of its viewers, or a guest. `id` names the credential
/// or the viewer and never holds a secret; `seal`, derived from the credential, closes what only this caller may read
/// again. Only a viewer has a `session`.
public record Caller(
        Kind kind,
        String id,
        @Nullable TenantSpace space,
        Set<String> scopes,
        String seal,
        @Nullable String session) {
    private static final String ATTRIBUTE = "streamverse.caller";

    public enum Kind {
        OPERATOR,
        KEY,
        VIEWER,
        GUEST
    }

    public static Caller operator(String credential) {
        return new Caller(Kind.OPERATOR, "operator", null, Set.of(), sealFrom(credential), null);
    }

    public static Caller key(String id, TenantSpace space, Set<String> scopes, String credential) {
        return new Caller(Kind.KEY, id, space, scopes, sealFrom(credential), null);
    }

    /// `credential` is a secret that holds for the whole session.
    public static Caller viewer(String id, String session, TenantSpace space, String credential) {
        return new Caller(Kind.VIEWER, id, space, Set.of(), sealFrom(credential), session);
    }

    /// Guests share a name, so no guest may open what another has closed.
    public static Caller guest(TenantSpace space) {
        return new Caller(
                Kind.GUEST, "guest", space, Set.of(), sealFrom(UUID.randomUUID().toString()), null);
    }

    private static String sealFrom(String credential) {
        return Digests.sha256("streamverse.seal:" + credential);
    }

    public static Caller of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, Caller.class)
                .orElseThrow(() -> new Unauthenticated("keys.key.missing", "Send a key as Authorization: Bearer"));
    }

    /// Of a route for viewers, where nobody else comes in.
    public String viewerSession() {
        return Objects.requireNonNull(session);
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
