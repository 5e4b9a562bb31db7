package io.streamverse.server.delivery;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.FilterPatternStyle;
import io.streamverse.kernel.security.Paths;

/// What is answered from memory, manifests above all, is delivered too: bytes, and no minutes. Files tell by themselves
/// how much of them left.
@ServerFilter(
        patterns = {Paths.SIGNED_MEDIA, Paths.MEDIA},
        patternStyle = FilterPatternStyle.REGEX)
class AnswersFromMemory {
    private static final int OK = 200;
    private final AccessLog log;

    AnswersFromMemory(AccessLog log) {
        this.log = log;
    }

    static String worth(byte[] body) {
        return "0/" + body.length;
    }

    @ResponseFilter
    void count(HttpRequest<?> request, MutableHttpResponse<?> response) {
        if (response.code() == OK && response.body() instanceof byte[] body) {
            var worth = worth(body);
            response.header(Segments.WORTH, worth);
            log.answer(request, OK, worth).accept(body.length);
        }
    }
}
