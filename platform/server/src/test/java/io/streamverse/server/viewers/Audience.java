package io.streamverse.server.viewers;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.testkit.Answer;
import io.streamverse.testkit.TestTenant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// People who sign up with a tenant.
final class Audience {
    static final String PASSWORD = "a horse, a staple";
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private Audience() {}

    static String address() {
        return "viewer-" + PEOPLE.incrementAndGet() + "@example.com";
    }

    static Answer register(TestTenant tenant, String email) {
        return tenant.guest().post("/viewer/v1/auth/register", account(email, PASSWORD));
    }

    static Map<String, Object> account(String email, String password) {
        return Map.of("email", email, "password", password, "name", "Ada", "locale", "fr");
    }

    /// The answer to a new account.
    static Answer somebody(TestTenant tenant) {
        var answer = register(tenant, address());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer;
    }

    static Answer logIn(TestTenant tenant, String email, String password) {
        return tenant.guest().post("/viewer/v1/auth/login", Map.of("email", email, "password", password));
    }

    static Answer refresh(TestTenant tenant, String refreshToken) {
        return tenant.guest().post("/viewer/v1/auth/refresh", Map.of("refreshToken", refreshToken));
    }

    static void refused(Answer answer, int status, String code) {
        assertThat(answer.code()).as(answer.toString()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
    }
}
