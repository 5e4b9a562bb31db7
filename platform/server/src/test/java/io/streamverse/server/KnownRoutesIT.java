package io.streamverse.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.DefaultRouter;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteBuilder;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.exceptions.DuplicateRouteException;
import io.streamverse.testkit.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The route that is found for a path, and the filters remembered for it, are those that the framework would choose.
class KnownRoutesIT {
    private final Router router = bean(Router.class);
    private final Router forgetful =
            new DefaultRouter(Stage.shared().server().getApplicationContext().getBeansOfType(RouteBuilder.class));

    @Test
    void everyRoutesPatternAsAPathHasItsOwn() {
        var requests = router.uriRoutes()
                .map(it -> request(it.getHttpMethod(), it.getUriMatchTemplate().toPathString()))
                .toList();

        assertThat(requests).hasSizeGreaterThan(100);
        for (int i = 0; i < 2; i++) {
            requests.forEach(this::hasItsOwn);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/titles",
                "/v1/titles/ttl_1",
                "//v1/titles/ttl_1",
                "/v1//titles/ttl_1",
                "/v1/titles/../titles",
                "/operator/v1/tenants/v1",
                "/viewer/v1/playbacks/v1",
                "/v1/titles/",
                "/v1/titles/ttl_1/",
                "/v1",
                "/",
                "/m/ten_1/ast_1/1/w/main.mpd",
                "/URISigningPackage=a.b.c/m/ten_1/ast_1/1/w/main.mpd",
                "/URISigningPackage=a.b.c/m/ten_1/ast_1/1/w/main.m3u8",
                "/URISigningPackage=a.b.c/m/ten_1/ast_1/1/v1/1.m4s",
                "/URISigningPackage=/m/ten_1/ast_1/1/w/main.mpd",
                "/URISigningPackage=a/b/m/ten_1/ast_1/1/w/main.mpd",
                "/nowhere"
            })
    void soDoOddPaths(String path) {
        for (var method : List.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.HEAD, HttpMethod.GET)) {
            hasItsOwn(request(method, path));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/html", "text/csv", "image/png", "*/*"})
    void everyPathHasItsOwnRouteForWhoeverWantsWhat(String type) {
        router.uriRoutes().forEach(it -> {
            var path = it.getUriMatchTemplate().toPathString().replaceAll("[{}?*]", "x");
            var request = HttpRequest.create(it.getHttpMethod(), path).accept(type);
            if (request.getMethod().permitsRequestBody()) {
                request.contentType(type);
            }
            assertThat(chosen(router, request)).as("%s for %s", request, type).isEqualTo(chosen(forgetful, request));
        });
    }

    private static String chosen(Router router, HttpRequest<?> request) {
        try {
            var match = router.findClosest(request);
            return match == null ? "none" : match.getRouteInfo().toString();
        } catch (DuplicateRouteException e) {
            return "several";
        }
    }

    private void hasItsOwn(HttpRequest<?> request) {
        var match = RouteAttributes.getRouteMatch(request).orElse(null);
        assertThat(chosen(router, request)).isEqualTo(chosen(forgetful, request));
        assertThat(router.findFilters(request)).isEqualTo(forgetful.findFilters(request));
        assertThat(router.findFilters(request, match)).isEqualTo(forgetful.findFilters(request, match));
    }

    private HttpRequest<?> request(HttpMethod method, String path) {
        var request = HttpRequest.create(method, path.replaceAll("[{}?*]", "x"));
        router.find(method, request.getPath(), request)
                .findFirst()
                .ifPresent(it -> RouteAttributes.setRouteMatch(request, it));
        return request;
    }

    private static <T> T bean(Class<T> type) {
        return Stage.shared().server().getApplicationContext().getBean(type);
    }
}
