package io.streamverse.server.limits;

import io.micronaut.context.ApplicationContext;
import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.kernel.tenancy.TenantSpace;
import io.streamverse.server.time.TestClock;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// A server whose clock the tests move, with a plan that allows ten of nearly everything.
record Ground(Stage stage, Limits limits, Counts counts, TestClock clock) {
    static final String GPU = "transcode.gpu";
    static final String CPU = "transcode.cpu";
    static final String DELIVERY = "delivery.bytes";

    static Ground begin() {
        return begin(Stage.alone(Map.of("test.clock", true)));
    }

    private static Ground begin(Stage stage) {
        stage.run("""
                UPDATE control.plan SET allowances = '[
                    {"meter": "transcode.gpu", "amount": 10, "hard": true},
                    {"meter": "transcode.cpu", "amount": 10, "hard": true},
                    {"meter": "jobs.concurrent", "amount": 2, "hard": true},
                    {"meter": "storage.bytes", "amount": 1000, "hard": true},
                    {"meter": "delivery.bytes", "amount": 10, "hard": false}]'
                """);
        return of(stage, stage.server().getApplicationContext());
    }

    private static Ground of(Stage stage, ApplicationContext context) {
        return new Ground(
                stage, context.getBean(Limits.class), context.getBean(Counts.class), context.getBean(TestClock.class));
    }

    static Claim claim(String meter, long amount, String reference) {
        return new Claim(meter, BigDecimal.valueOf(amount), "a test", reference, Duration.ofMinutes(10));
    }

    Reservation reserve(TestTenant tenant, String meter, long amount, String reference) {
        return in(tenant, () -> limits.reserve(claim(meter, amount, reference)));
    }

    Settlement settle(TestTenant tenant, Reservation reservation, long actual) {
        return in(tenant, () -> limits.settle(reservation.id(), BigDecimal.valueOf(actual)));
    }

    Reservation.State release(TestTenant tenant, Reservation reservation) {
        return in(tenant, () -> limits.release(reservation.id()));
    }

    /// How the meter stands now; what is reserved is the sum of its reservations.
    QuotaResponse quota(TestTenant tenant, String meter) {
        return quotas(tenant.liveSpace()).stream()
                .filter(it -> it.meter().equals(meter))
                .findFirst()
                .orElseThrow();
    }

    List<QuotaResponse> quotas(TenantSpace space) {
        return TenantContext.call(space, limits::explain).data();
    }

    void run(TestTenant tenant, Runnable work) {
        TenantContext.run(tenant.liveSpace(), work);
    }

    <T> T in(TestTenant tenant, Supplier<T> work) {
        return TenantContext.call(tenant.liveSpace(), work);
    }
}
