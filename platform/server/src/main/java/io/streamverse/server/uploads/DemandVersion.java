package io.streamverse.server.uploads;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.FilterPatternStyle;
import io.streamverse.kernel.problem.PreconditionFailed;
import io.streamverse.kernel.security.Paths;

/// Behind the gate: clients speak the one version there is.
@ServerFilter(patterns = UploadsController.PATH + Paths.BELOW, patternStyle = FilterPatternStyle.REGEX)
class DemandVersion implements Ordered {
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 300;
    }

    @RequestFilter
    void demandVersion(HttpRequest<?> request) {
        if (request.getMethod() != HttpMethod.OPTIONS
                && !TusHeaders.SPOKEN.equals(request.getHeaders().get(TusHeaders.RESUMABLE))) {
            throw new PreconditionFailed(
                    "uploads.version.unsupported", "Say Tus-Resumable: %s".formatted(TusHeaders.SPOKEN));
        }
    }
}
