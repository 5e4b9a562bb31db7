package io.streamverse.server.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Consumers that take many events in one transaction.
class CrowdIT {
    private static final Stage STAGE = Stage.alone(Map.of("test.probe", true, "messaging.attempts", 2));
    private static final TestTenant TENANT = STAGE.tenant();
    private static final Crowd CROWD = STAGE.server().getApplicationContext().getBean(Crowd.class);
    private static final int MANY = 200;

    @AfterAll
    static void end() {
        STAGE.close();
    }

    @Test
    void manyEventsShareATransaction() {
        publish(people("guest-", MANY));

        Eventually.is("all came", () -> CROWD.arrivals("guest-").size() == MANY);
        assertThat(CROWD.arrivals("guest-").stream()
                        .map(Crowd.Arrival::transaction)
                        .distinct())
                .hasSizeLessThan(MANY / 2);
    }

    @Test
    void oneThatFailsKeepsNoOtherOut() {
        publish(Stream.of(people("first-", MANY), Stream.of("first-" + Crowd.UNWELCOME), people("then-", MANY))
                .flatMap(it -> it));

        Eventually.is("those before came", () -> CROWD.arrivals("first-").size() == MANY);
        Eventually.is("those behind came", () -> CROWD.arrivals("then-").size() == MANY);
        assertThat(CROWD.arrivals("first-").stream().map(Crowd.Arrival::who)).doesNotHaveDuplicates();
        Eventually.is(
                "it alone is a dead letter",
                () -> STAGE.operator()
                        .get("/operator/v1/dead-letters")
                        .body()
                        .get("data")
                        .findValuesAsText("key")
                        .equals(List.of(TENANT.liveSpace() + ":first-" + Crowd.UNWELCOME)));
    }

    private static Stream<String> people(String prefix, int many) {
        return IntStream.range(0, many).mapToObj(it -> prefix + it);
    }

    private static void publish(Stream<String> names) {
        TenantContext.run(TENANT.liveSpace(), () -> CROWD.publish(names));
    }
}
