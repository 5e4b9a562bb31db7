package io.streamverse.kernel.http;

import io.micronaut.http.HttpMethod;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.streamverse.kernel.ids.Ids;
import io.streamverse.kernel.metrics.Spans;
import io.streamverse.kernel.problem.RequestId;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All shortcuts, for requests that ask for nothing special: a bare `GET` on a connection that stays open. What they
/// answer is named and measured as all else is. Where a collector is told of requests, all go the usual way.
@Singleton
class Shortcuts {
    private static final List<CharSequence> UNUSUAL = List.of(
            HttpHeaderNames.UPGRADE,
            HttpHeaderNames.EXPECT,
            HttpHeaderNames.TRANSFER_ENCODING,
            HttpHeaderNames.IF_NONE_MATCH,
            ApiVersion.HEADER);
    private final List<Shortcut> shortcuts;
    private final Ids ids;
    private final Timings timings;
    private final boolean areUsed;

    Shortcuts(List<Shortcut> shortcuts, Ids ids, Timings timings, Spans spans) {
        this.shortcuts = shortcuts;
        this.ids = ids;
        this.timings = timings;
        this.areUsed = !shortcuts.isEmpty() && !spans.areTold();
    }

    @Nullable
    FullHttpResponse answer(HttpRequest request) {
        if (!areUsed || !isPlain(request)) {
            return null;
        }
        long started = System.nanoTime();
        for (var shortcut : shortcuts) {
            var found = shortcut.find(request);
            if (found != null) {
                var id = ids.next("req");
                var answer = found.apply(id);
                answer.headers()
                        .set(HttpHeaderNames.CONTENT_LENGTH, answer.content().readableBytes())
                        .set(ApiVersion.HEADER, ApiVersion.NEWEST)
                        .set(RequestId.HEADER, id);
                timings.record(shortcut.room(), HttpMethod.GET, answer.status().code(), System.nanoTime() - started);
                return answer;
            }
        }
        return null;
    }

    private static boolean isPlain(HttpRequest request) {
        return request.decoderResult().isSuccess()
                && request.method().equals(io.netty.handler.codec.http.HttpMethod.GET)
                && request.protocolVersion().equals(HttpVersion.HTTP_1_1)
                && HttpUtil.isKeepAlive(request)
                && asksForNothingSpecial(request.headers());
    }

    /// Some clients say that they send nothing.
    private static boolean asksForNothingSpecial(HttpHeaders headers) {
        return UNUSUAL.stream().noneMatch(headers::contains)
                && "0".equals(headers.get(HttpHeaderNames.CONTENT_LENGTH, "0"));
    }
}
