package io.streamverse.server.rates;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.util.concurrent.TimeUnit;

/// What was said to one that asked too often, its id cut out, and until when it stays true.
record Refusal(Verdicts verdicts, Verdict verdict, String retryAfter, String before, String after, long until) {
    /// `body` is what the request of this id was told.
    static Refusal of(Verdicts verdicts, Verdict verdict, String retryAfter, String body, String requestId) {
        var at = body.indexOf(requestId);
        return new Refusal(
                verdicts,
                verdict,
                retryAfter,
                body.substring(0, at),
                body.substring(at + requestId.length()),
                System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(verdict.waitMillis()));
    }

    Rate rate() {
        return verdict.rate();
    }

    boolean isOver() {
        return System.nanoTime() - until >= 0;
    }

    FullHttpResponse answer(String requestId) {
        var body = Unpooled.wrappedBuffer((before + requestId + after).getBytes(UTF_8));
        var response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.TOO_MANY_REQUESTS, body);
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "application/problem+json")
                .set(HttpHeaderNames.RETRY_AFTER, retryAfter)
                .set("RateLimit-Policy", verdicts.policies())
                .set("RateLimit", verdicts.states());
        return response;
    }
}
