package io.streamverse.kernel.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Of one connection: closes it where a request that has begun does not come on. A head may take half a minute; a body
/// too, and then has to have come at a thousand bytes a second. Between requests it may be silent.
final class SlowSender extends ChannelInboundHandlerAdapter {
    static final int GRACE_SECONDS = 30;
    private static final int BETWEEN_LOOKS_SECONDS = 5;
    private static final int LEAST_BYTES_A_SECOND = 1_000;
    private @Nullable Future<?> looking;
    private boolean underWay;
    private boolean decoded;
    private long bytes;
    private int seconds;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        decoded = true;
        if (message instanceof HttpRequest) {
            rest();
            underWay = true;
        }
        if (message instanceof HttpContent content) {
            bytes += content.content().readableBytes();
        }
        if (message instanceof LastHttpContent) {
            rest();
        }
        context.fireChannelRead(message);
    }

    /// What came and was no message yet is a part of a head.
    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (looking == null && (underWay || !decoded)) {
            looking = context.executor()
                    .scheduleAtFixedRate(
                            () -> look(context), BETWEEN_LOOKS_SECONDS, BETWEEN_LOOKS_SECONDS, TimeUnit.SECONDS);
        }
        decoded = false;
        context.fireChannelReadComplete();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        rest();
    }

    private void look(ChannelHandlerContext context) {
        seconds += BETWEEN_LOOKS_SECONDS;
        if (seconds > GRACE_SECONDS + bytes / LEAST_BYTES_A_SECOND) {
            rest();
            var _ = context.close();
        }
    }

    private void rest() {
        underWay = false;
        bytes = 0;
        seconds = 0;
        if (looking != null) {
            looking.cancel(false);
            looking = null;
        }
    }
}
