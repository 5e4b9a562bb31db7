package io.streamverse.kernel.http;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;

/// Of one connection: takes the shortcut where nothing that came before is still to be answered, so that answers keep
/// their order.
final class ShortcutConnection extends ChannelDuplexHandler {
    private final Shortcuts shortcuts;
    private int underWay;
    private boolean answered;
    private boolean wrote;

    ShortcutConnection(Shortcuts shortcuts) {
        this.shortcuts = shortcuts;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            begin(context, request);
        }
        if (!answered) {
            context.fireChannelRead(message);
            return;
        }
        if (message instanceof LastHttpContent) {
            answered = false;
        }
        ReferenceCountUtil.release(message);
    }

    private void begin(ChannelHandlerContext context, HttpRequest request) {
        var answer = underWay == 0 ? shortcuts.answer(request) : null;
        answered = answer != null;
        if (answer == null) {
            underWay++;
        } else {
            var _ = context.write(answer);
            wrote = true;
        }
    }

    /// Micronaut reads on when it has answered; what it never saw it does not answer.
    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (wrote) {
            wrote = false;
            context.flush();
            context.read();
        }
        context.fireChannelReadComplete();
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof LastHttpContent && !isInterim(message)) {
            underWay--;
        }
        var _ = context.write(message, promise);
    }

    private static boolean isInterim(Object message) {
        return message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }
}
