package io.streamverse.kernel.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.DefaultFileRegion;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// Of one connection: puts a part of a file where an answer promises one, behind Micronaut, which keeps the order of
/// answers.
final class FileConnection extends ChannelOutboundHandlerAdapter {
    static final String PROMISE = "streamverse-file";
    private final Map<String, FilePart> promised = new ConcurrentHashMap<>();
    private final AtomicLong count = new AtomicLong();
    private volatile boolean over;

    String promise(FilePart part) {
        var name = String.valueOf(count.incrementAndGet());
        promised.put(name, part);
        if (over) {
            forget();
        }
        return name;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        if (message instanceof FullHttpResponse answer) {
            var name = answer.headers().get(PROMISE);
            var part = name == null ? null : promised.remove(name);
            if (part != null) {
                answer.release();
                send(context, answer, part, promise);
                return;
            }
        }
        super.write(context, message, promise);
    }

    private static void send(
            ChannelHandlerContext context, FullHttpResponse answer, FilePart part, ChannelPromise promise) {
        var headers = answer.headers().remove(PROMISE).set(HttpHeaderNames.CONTENT_LENGTH, part.bytes());
        var region = new DefaultFileRegion(part.file(), part.from(), part.bytes());
        var _ = context.write(new DefaultHttpResponse(answer.protocolVersion(), answer.status(), headers));
        context.write(region).addListener(_ -> part.sent().accept(region.transferred()));
        var _ = context.write(LastHttpContent.EMPTY_LAST_CONTENT, promise);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        over = true;
        forget();
    }

    private void forget() {
        for (var name : List.copyOf(promised.keySet())) {
            var part = promised.remove(name);
            if (part != null) {
                part.drop();
                part.sent().accept(0);
            }
        }
    }
}
