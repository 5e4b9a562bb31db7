package io.streamverse.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamverse.kernel.tenancy.TenantId;
import io.streamverse.kernel.tenancy.TenantSpace;
import java.util.Map;

/// A tenant with the first key of each environment.
public record TestTenant(TenantId id, String slug, String liveKey, String testKey, Api live, Api test) {
    static TestTenant of(JsonNode answer, Stage stage) {
        var keys = answer.get("apiKeys");
        var live = keys.get("live").textValue();
        var test = keys.get("test").textValue();
        return new TestTenant(
                new TenantId(answer.get("id").textValue()),
                answer.get("slug").textValue(),
                live,
                test,
                stage.as(live),
                stage.as(test));
    }

    /// What the operator sends to make one.
    public static Map<String, Object> signUp(String slug) {
        return Map.of(
                "slug",
                slug,
                "name",
                "Name of " + slug,
                "plan",
                "starter",
                "owner",
                Map.of("email", "owner@example.com", "name", "Ada"),
                "country",
                "FR",
                "currency",
                "EUR");
    }

    /// Whoever watches, not signed in; with `as(accessToken)` they are.
    public Api guest() {
        return live.as("").with("X-StreamVerse-Tenant", slug);
    }

    public TenantSpace liveSpace() {
        return TenantSpace.live(id);
    }

    public TenantSpace testSpace() {
        return TenantSpace.test(id);
    }
}
