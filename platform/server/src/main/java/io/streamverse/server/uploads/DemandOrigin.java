package io.streamverse.server.uploads;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.FilterPatternStyle;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.kernel.problem.Forbidden;
import io.streamverse.kernel.security.Paths;
import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.server.tenants.Tenants;

/// Behind the gate: a page sends from the host that it calls, or from an origin that the tenant has named. Programs
/// that are no browser name none.
@ServerFilter(patterns = UploadsController.PATH + Paths.BELOW, patternStyle = FilterPatternStyle.REGEX)
class DemandOrigin implements Ordered {
    private final Tenants tenants;

    DemandOrigin(Tenants tenants) {
        this.tenants = tenants;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 200;
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void demandOrigin(HttpRequest<?> request) {
        var origin = request.getHeaders().get(HttpHeaders.ORIGIN);
        if (origin != null
                && !isOwn(origin, request)
                && !tenants.allows(TenantContext.current().tenant(), origin)) {
            throw new Forbidden(
                    "uploads.origin.refused",
                    "Pages of this origin may not upload: name it in allowedOrigins of /v1/tenant");
        }
    }

    private static boolean isOwn(String origin, HttpRequest<?> request) {
        var host = request.getHeaders().get(HttpHeaders.HOST);
        return host != null && origin.replaceFirst("^https?://", "").equalsIgnoreCase(host);
    }
}
