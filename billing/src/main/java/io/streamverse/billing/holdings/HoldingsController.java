package io.streamverse.billing.holdings;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.kernel.erasure.Holdings;
import io.streamverse.kernel.erasure.Store;
import io.streamverse.kernel.messaging.Gone;
import io.streamverse.kernel.tenancy.TenantId;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.InstantSource;
import java.util.List;

/// For the server alone.
@Hidden
@Controller("/operator/v1/holdings/{tenantId}")
@ExecuteOn(TaskExecutors.BLOCKING)
class HoldingsController {
    private final List<Store> stores;
    private final Gone gone;
    private final InstantSource clock;

    HoldingsController(List<Store> stores, Gone gone, InstantSource clock) {
        this.stores = stores;
        this.gone = gone;
        this.clock = clock;
    }

    @Get
    Holdings get(String tenantId) {
        return Holdings.of(stores, new TenantId(tenantId), clock.instant());
    }

    @Delete
    @Status(HttpStatus.NO_CONTENT)
    void erase(String tenantId) {
        var tenant = new TenantId(tenantId);
        gone.mark(tenant);
        stores.forEach(it -> it.erase(tenant));
    }
}
