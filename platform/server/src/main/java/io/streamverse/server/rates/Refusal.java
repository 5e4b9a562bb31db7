package io.streamverse.server.rates;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.streamverse.kernel.problem.Problem;
import io.streamverse.kernel.problem.RequestId;
import java.util.concurrent.TimeUnit;

/// What was said to one that asked too often, its id cut out, and until when it stays true.
record Refusal(Rate rate, HttpHeaders headers, String before, String after, long until) {
    static Refusal of(HttpRequest<?> request, Verdict verdict, HttpResponse<Problem> response, String body) {
        var headers = new DefaultHttpHeaders();
        response.getHeaders().forEachValue(headers::add);
        Verdicts.of(request).ifPresent(it -> it.describe(headers::set));
        var id = RequestId.of(request);
        var at = body.indexOf(id);
        return new Refusal(
                verdict.rate(),
                headers,
                body.substring(0, at),
                body.substring(at + id.length()),
                System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(verdict.waitMillis()));
    }

    boolean isOver() {
        return System.nanoTime() - until >= 0;
    }

    FullHttpResponse answer(String requestId) {
        var body = Unpooled.wrappedBuffer((before + requestId + after).getBytes(UTF_8));
        var response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.TOO_MANY_REQUESTS, body);
        response.headers().add(headers);
        return response;
    }
}
