package io.streamverse.server;

import static io.opentelemetry.proto.trace.v1.Span.SpanKind.SPAN_KIND_CLIENT;
import static io.opentelemetry.proto.trace.v1.Span.SpanKind.SPAN_KIND_CONSUMER;
import static io.opentelemetry.proto.trace.v1.Span.SpanKind.SPAN_KIND_PRODUCER;
import static io.opentelemetry.proto.trace.v1.Span.SpanKind.SPAN_KIND_SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.server.Collector.Told;
import io.streamverse.testkit.Api;
import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// What a collector is told of a request: one trace through both programs.
class TracesIT {
    private static final String SERVER = "streamverse-server";
    private static final String BILLING = "streamverse-billing";
    private static final String CALLER = "b7ad6b7169203331";
    private static final Collector COLLECTOR = new Collector();
    private static final Stage STAGE =
            Stage.withBilling(Map.of("telemetry.otlp.endpoint", COLLECTOR.endpoint(), "telemetry.otlp.every", "50ms"));

    @AfterAll
    static void end() {
        STAGE.close();
        COLLECTOR.close();
    }

    @Test
    void aSignUpIsOneTraceFromTheCallerOverKafkaToBillingsDatabase() {
        var trace = "0af7651916cd43dd8448eb211c80319c";

        within(trace, STAGE.operator()).post("/operator/v1/tenants", TestTenant.signUp("traced"));

        var request = the(trace, SERVER, it -> it.kind() == SPAN_KIND_SERVER);
        var sent = the(trace, SERVER, it -> it.name().equals("send tenants.v1"));
        var taken = the(
                trace,
                BILLING,
                it -> it.kind() == SPAN_KIND_CONSUMER && it.parent().equals(sent.id()));
        assertThat(request.parent()).isEqualTo(CALLER);
        assertThat(request.name()).isEqualTo("POST /operator/v1/tenants");
        assertThat(sent.kind()).isEqualTo(SPAN_KIND_PRODUCER);
        assertThat(sent.parent()).isEqualTo(request.id());
        assertThat(taken.name()).isEqualTo("process tenants.v1");
        the(trace, SERVER, it -> isStatement(it) && it.parent().equals(request.id()));
        the(trace, BILLING, it -> isStatement(it) && it.parent().equals(taken.id()));
    }

    @Test
    void aTenantsReadAsksRedisAndItsSchema() {
        var tenant = STAGE.tenant();
        var trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        within(trace, tenant.live()).get("/v1/branding");

        var request = the(trace, SERVER, it -> it.kind() == SPAN_KIND_SERVER);
        assertThat(request.attributes())
                .containsEntry("http.route", "/v1/branding")
                .containsEntry("http.response.status_code", "200")
                .containsEntry("streamverse.tenant", tenant.id().value());
        the(trace, SERVER, it -> isStatement(it) && it.parent().equals(request.id()));
        the(trace, SERVER, it -> "redis".equals(it.attributes().get("db.system.name")));
    }

    @Test
    void whatBillingAnswersLiesBeneathTheRequestThatWasForwarded() {
        var trace = "5bf92f3577b34da6a3ce929d0e0e4737";

        within(trace, STAGE.operator()).get("/operator/v1/plans");

        var request = the(trace, SERVER, it -> it.kind() == SPAN_KIND_SERVER);
        var forwarded = the(trace, BILLING, it -> it.kind() == SPAN_KIND_SERVER);
        assertThat(forwarded.parent()).isEqualTo(request.id());
    }

    @Test
    void noSpanHoldsASecretOrWhoSomebodyIs() {
        var trace = "6bf92f3577b34da6a3ce929d0e0e4738";

        within(trace, STAGE.operator()).post("/operator/v1/tenants", TestTenant.signUp("discreet"));

        the(trace, BILLING, TracesIT::isStatement);
        assertThat(COLLECTOR.of(trace))
                .allSatisfy(it -> assertThat(it.toString())
                        .doesNotContain(Stage.OPERATOR_KEY, "owner@", "Ada", "discreet", "sk_"));
    }

    private static Api within(String trace, Api caller) {
        return caller.with("traceparent", "00-%s-%s-01".formatted(trace, CALLER));
    }

    private static boolean isStatement(Told told) {
        return told.kind() == SPAN_KIND_CLIENT
                && "postgresql".equals(told.attributes().get("db.system.name"));
    }

    private static Told the(String trace, String service, Predicate<Told> wanted) {
        var all = wanted.and(it -> it.service().equals(service));
        Eventually.is(
                service + " told its part", () -> COLLECTOR.of(trace).stream().anyMatch(all));
        return COLLECTOR.of(trace).stream().filter(all).findFirst().orElseThrow();
    }
}
