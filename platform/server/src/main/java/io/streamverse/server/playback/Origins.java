package io.streamverse.server.playback;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.util.HttpHostResolver;
import io.streamverse.server.delivery.Delivery;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Only the header that is configured is believed, since only the edge's operator knows that viewers cannot set it.
@Singleton
class Origins {
    private static final Pattern TERRITORY = Pattern.compile("[A-Za-z]{2}");
    private final HttpHostResolver hosts;
    private final Delivery delivery;
    private final PlaybackConfig config;

    Origins(HttpHostResolver hosts, Delivery delivery, PlaybackConfig config) {
        this.hosts = hosts;
        this.delivery = delivery;
        this.config = config;
    }

    Origin of(HttpRequest<?> request) {
        return new Origin(hosts.resolve(request), territory(request), delivery.networkOf(request));
    }

    private @Nullable String territory(HttpRequest<?> request) {
        if (config.territoryHeader().isEmpty()) {
            return null;
        }
        var said = request.getHeaders().get(config.territoryHeader());
        return said != null && TERRITORY.matcher(said).matches() ? said.toUpperCase(Locale.ROOT) : null;
    }
}
