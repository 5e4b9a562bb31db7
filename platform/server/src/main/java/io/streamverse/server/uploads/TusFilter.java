package io.streamverse.server.uploads;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.streamverse.kernel.problem.PreconditionFailed;

/// Behind the gate: which tus both sides speak.
@ServerFilter(UploadsController.PATH + "/**")
class TusFilter implements Ordered {
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

    @ResponseFilter
    void sayVersion(MutableHttpResponse<?> response) {
        response.header(TusHeaders.RESUMABLE, TusHeaders.SPOKEN);
        if (response.code() == HttpStatus.PRECONDITION_FAILED.getCode()) {
            response.header(TusHeaders.VERSION, TusHeaders.SPOKEN);
        }
    }
}
