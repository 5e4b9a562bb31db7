package io.streamverse.kernel.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.filter.GenericHttpFilter;
import io.micronaut.web.router.DefaultRouter;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteBuilder;
import io.micronaut.web.router.RouteInfo;
import io.micronaut.web.router.RouteMatch;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The framework's router, but one that remembers which filters stand in front of a path. They are chosen by method,
/// path and route alone, and choosing them, with a pattern for each, was a fifth of what a small answer cost.
@Singleton
@Replaces(DefaultRouter.class)
class KnownFilters extends DefaultRouter {
    private static final int CHARACTERS = 1_000_000;
    private final Cache<Key, List<GenericHttpFilter>> known = Caffeine.newBuilder()
            .maximumWeight(CHARACTERS)
            .<Key, List<GenericHttpFilter>>weigher((key, _) -> key.path.length())
            .build();

    private record Key(RouteInfo<?> route, String method, String path) {}

    @Inject
    KnownFilters(Collection<RouteBuilder> builders) {
        super(builders);
    }

    @Override
    public List<GenericHttpFilter> findFilters(HttpRequest<?> request) {
        return findFilters(request, RouteAttributes.getRouteMatch(request).orElse(null));
    }

    @Override
    public List<GenericHttpFilter> findFilters(HttpRequest<?> request, @Nullable RouteMatch<?> match) {
        if (match == null) {
            return super.findFilters(request, match);
        }
        var key = new Key(match.getRouteInfo(), request.getMethodName(), request.getPath());
        return known.get(key, _ -> super.findFilters(request, match));
    }
}
