package io.streamverse.server.uploads;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.FilterPatternStyle;
import io.streamverse.kernel.security.Paths;

/// Around the gate, so that refusals say it too.
@ServerFilter(patterns = UploadsController.PATH + Paths.BELOW, patternStyle = FilterPatternStyle.REGEX)
class SayVersion implements Ordered {
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 50;
    }

    @ResponseFilter
    void say(MutableHttpResponse<?> response) {
        response.header(TusHeaders.RESUMABLE, TusHeaders.SPOKEN);
        if (response.code() == HttpStatus.PRECONDITION_FAILED.getCode()) {
            response.header(TusHeaders.VERSION, TusHeaders.SPOKEN);
        }
    }
}
