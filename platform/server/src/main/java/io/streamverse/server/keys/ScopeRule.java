package io.streamverse.server.keys;

import io.streamverse.kernel.problem.FieldError;
import io.streamverse.kernel.problem.Forbidden;
import io.streamverse.kernel.problem.Rejected;
import io.streamverse.kernel.security.Caller;
import io.streamverse.kernel.security.Scope;
import jakarta.inject.Singleton;
import java.util.List;

/// A key gives away at most what it may itself.
@Singleton
class ScopeRule {
    void demandGrantable(Caller caller, List<String> wanted) {
        var unknown = wanted.stream().filter(it -> !Scope.KNOWN.contains(it)).toList();
        if (!unknown.isEmpty()) {
            throw new Rejected(
                    "keys.scope.unknown",
                    "There is no scope " + String.join(", ", unknown),
                    List.of(new FieldError(
                            "/scopes", "knows " + Scope.KNOWN.stream().sorted().toList())));
        }
        wanted.stream().filter(it -> !caller.may(it)).findFirst().ifPresent(scope -> {
            throw new Forbidden("keys.scope.not-yours", "This key cannot give away the scope " + scope);
        });
    }
}
