package io.streamverse.billing.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.billing.BillingStage;
import io.streamverse.kernel.tenancy.TenantSpace;
import io.streamverse.testkit.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UsageEventsIT {
    private final BillingStage stage = BillingStage.shared();
    private final TenantSpace space = stage.customer();
    private final Instant at = Instant.now();

    @Test
    void whatTheOperatorReportsIsInTheTenantsUsage() {
        var answer = report(event("one", "support.hours", "1.5"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/results/0/status")).isEqualTo("accepted");
        assertThat(quantity("support.hours")).isEqualTo("1.5");
    }

    @Test
    void eachEventIsAnsweredForInItsPlace() {
        report(event("one", "support.hours", "1"));

        var answer = report(
                event("one", "support.hours", "1"),
                event("one", "support.hours", "2"),
                event("two", "transcode.gpu", "2"),
                event("three", "nonsense", "2"));

        assertThat(answer.body().findValuesAsText("status"))
                .containsExactly("duplicate", "conflict", "rejected", "rejected");
        assertThat(answer.body().findValuesAsText("code"))
                .containsExactly("usage.id.conflict", "usage.meter.not-external", "usage.meter.unknown");
    }

    @Test
    void hostileEventsAreRefusedOneByOne() {
        var answer = report(
                event("line\nfeed", "support.hours", "1"),
                event("x".repeat(201), "support.hours", "1"),
                event("huge", "support.hours", "1e999"),
                event("fine", "support.hours", "0.0000000001"),
                event("negative", "support.hours", "-1"));

        assertThat(answer.body().findValuesAsText("code"))
                .containsExactly(
                        "usage.id.invalid",
                        "usage.id.invalid",
                        "usage.quantity.invalid",
                        "usage.quantity.invalid",
                        "usage.quantity.negative");
    }

    @Test
    void aSourceOfOursCannotBeForged() {
        var answer = stage.operator()
                .post(
                        "/operator/v1/usage-events",
                        body(event("one", "support.hours", "1").replace("helpdesk", "media")));

        assertThat(answer.at("/results/0/problem/code")).isEqualTo("usage.source.reserved");
    }

    @Test
    void anUnknownTenantsUsageIsRefused() {
        var answer = stage.operator()
                .post(
                        "/operator/v1/usage-events",
                        body(event("one", "support.hours", "1")
                                .replace(
                                        space.tenant().value(),
                                        stage.newSpace().tenant().value())));

        assertThat(answer.at("/results/0/problem/code")).isEqualTo("usage.tenant.unknown");
    }

    @Test
    void noMoreThanAThousandAtOnce() {
        var events = IntStream.range(0, 1_001)
                .mapToObj(i -> event("e" + i, "support.hours", "1"))
                .toArray(String[]::new);

        assertThat(report(events).status()).isEqualTo(422);
    }

    @Test
    void whatIsNoNumberIsNotRead() {
        assertThat(report(event("one", "support.hours", "NaN")).status()).isEqualTo(400);
        assertThat(report(event("one", "support.hours", "\"NaN\"")).status()).isEqualTo(400);
    }

    @Test
    void aCorrectionTakesBackAndBooksTheRightQuantity() {
        report(event("one", "support.hours", "5"));

        var first = correct("typed wrong", "3");
        var again = correct("typed wrong", "3");

        assertThat(first.body().findValuesAsText("status")).containsExactly("accepted", "accepted");
        assertThat(again.body().findValuesAsText("status")).containsExactly("duplicate", "duplicate");
        assertThat(correct("typed wrong", "4").code()).isEqualTo("usage.correction.made");
        assertThat(quantity("support.hours")).isEqualTo("3");
    }

    @Test
    void tenantsReportNothing() {
        var answer = stage.key(space, "*").post("/operator/v1/usage-events", body(event("one", "support.hours", "1")));

        assertThat(answer.status()).isEqualTo(403);
    }

    private Answer correct(String reason, String quantity) {
        return stage.operator()
                .post(
                        "/operator/v1/usage-corrections",
                        Map.of(
                                "tenantId",
                                space.tenant().value(),
                                "env",
                                "live",
                                "source",
                                "helpdesk",
                                "id",
                                "one",
                                "reason",
                                reason,
                                "quantity",
                                Integer.valueOf(quantity)));
    }

    private Answer report(String... events) {
        return stage.operator().post("/operator/v1/usage-events", body(events));
    }

    private static String body(String... events) {
        return "{\"events\":" + List.of(events) + "}";
    }

    private String event(String id, String meter, String quantity) {
        return """
                {"tenantId": "%s", "env": "live", "id": "%s", "source": "helpdesk", "meter": "%s", "quantity": %s,
                 "at": "%s", "dimensions": {"agent": "anna"}}
                """.formatted(space.tenant().value(), id.replace("\n", "\\n"), meter, quantity, at);
    }

    private String quantity(String meter) {
        return stage.key(space, "usage:read").get("/v1/usage?meter=" + meter).at("/data/0/quantity");
    }
}
