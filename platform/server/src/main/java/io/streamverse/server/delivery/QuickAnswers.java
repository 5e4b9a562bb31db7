package io.streamverse.server.delivery;

import static io.netty.handler.codec.http.HttpHeaderNames.ACCEPT_ENCODING;

import io.micronaut.context.annotation.Requires;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.streamverse.kernel.http.AcceptEncoding;
import io.streamverse.kernel.http.Shortcut;
import jakarta.inject.Singleton;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a room keeps whole, above all manifests, for whoever has a good token in the address. Who has none, or one that
/// is bound to a network, is looked at the usual way, as are edges.
@Singleton
@Requires(bean = Memory.class)
class QuickAnswers implements Shortcut {
    private final Keeper keeper;
    private final Memory memory;
    private final AccessLog log;

    QuickAnswers(Keeper keeper, Memory memory, AccessLog log) {
        this.keeper = keeper;
        this.memory = memory;
        this.log = log;
    }

    @Override
    public @Nullable Function<String, FullHttpResponse> find(HttpRequest request) {
        if (!request.uri().startsWith(MediaAddress.PACKAGE)) {
            return null;
        }
        var address = MediaAddress.find(request.uri()).orElse(null);
        if (address == null || address.token() == null) {
            return null;
        }
        var kept = memory.find(
                address.path(), AcceptEncoding.takesGzip(request.headers().get(ACCEPT_ENCODING)));
        var session = kept == null ? null : keeper.sessionAnywhere(address);
        return kept == null || session == null ? null : _ -> answer(address.path(), session, kept);
    }

    private FullHttpResponse answer(String path, String session, Memory.Kept kept) {
        var bytes = kept.bytes();
        var response =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK, Unpooled.wrappedBuffer(bytes));
        kept.describe(response.headers()::set);
        Cors.open(response.headers()::set);
        var worth = AnswersFromMemory.worth(bytes);
        response.headers().set(Segments.WORTH, worth);
        log.delivered(path, session, response.status().code(), bytes.length, worth);
        return response;
    }

    @Override
    public String room() {
        return memory.room();
    }
}
