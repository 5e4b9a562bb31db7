package io.streamverse.kernel.http;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.handler.ssl.SslHandler;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Gives each plain HTTP/1.1 connection a `SlowSender`, a `FileConnection` and a `ShortcutConnection`.
@Singleton
class Connections implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
    private final BeanProvider<Shortcuts> shortcuts;

    Connections(BeanProvider<Shortcuts> shortcuts) {
        this.shortcuts = shortcuts;
    }

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        event.getBean().register(new Customizer(shortcuts, null));
        return event.getBean();
    }

    private record Customizer(
            BeanProvider<Shortcuts> shortcuts, @Nullable Channel channel) implements NettyServerCustomizer {
        @Override
        public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
            return new Customizer(shortcuts, channel);
        }

        @Override
        public void onStreamPipelineBuilt() {
            if (channel == null || channel.pipeline().get(SslHandler.class) != null) {
                return;
            }
            var codec = ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC;
            if (channel.pipeline().get(codec) != null && channel.pipeline().get(FileConnection.class) == null) {
                channel.pipeline().addAfter(codec, "streamverse-shortcuts", new ShortcutConnection(shortcuts.get()));
                channel.pipeline().addAfter(codec, "streamverse-files", new FileConnection());
                channel.pipeline().addAfter(codec, "streamverse-slow-sender", new SlowSender());
            }
        }
    }
}
