package io.streamverse.flows;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.testkit.Answer;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes one tenant after the other, and asks again for the one over which the server died.
final class Founder {
    private final Map<String, Answer> made = new LinkedHashMap<>();
    private @Nullable NewTenant unanswered;

    void foundUntilTheServerDies() {
        try {
            while (true) {
                unanswered = NewTenant.next();
                var answer = unanswered.ask(Ground.operator());
                assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
                made.put(unanswered.slug(), answer);
            }
        } catch (UncheckedIOException killed) {
            // Unknown whether it is there.
        }
    }

    void askAgain() {
        if (unanswered != null) {
            made.put(unanswered.slug(), unanswered.askUntilMade(Ground.operator()));
        }
    }

    void assertEachIsThereOnce() {
        assertThat(made).allSatisfy((slug, answer) -> {
            assertThat(Tenants.listed(slug)).containsExactly(answer.at("/id"));
            assertThat(Ground.SERVER
                            .as(answer.at("/apiKeys/live"))
                            .get("/v1/branding")
                            .at("/name"))
                    .isEqualTo(slug);
        });
    }

    int made() {
        return made.size();
    }
}
