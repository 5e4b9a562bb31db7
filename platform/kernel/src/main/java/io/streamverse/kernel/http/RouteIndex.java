package io.streamverse.kernel.http;

import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.UriRouteInfo;
import io.micronaut.web.router.UriRouteMatch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Routes by method and by the whole parts of a path that they begin with.
final class RouteIndex {
    private final Map<HttpMethod, Map<String, List<Ending>>> routes = new HashMap<>();
    private final int longest;

    /// `text`: what every path of the route ends with, after its last variable.
    private record Ending(UriRouteInfo<?, ?> route, String text) {}

    RouteIndex(List<? extends UriRouteInfo<?, ?>> all) {
        all.stream()
                .collect(Collectors.groupingBy(UriRouteInfo::getHttpMethod))
                .forEach((method, its) -> routes.put(
                        method,
                        its.stream()
                                .map(it -> new Ending(it, ending(template(it))))
                                .collect(Collectors.groupingBy(it -> beginning(template(it.route))))));
        longest = routes.values().stream()
                .flatMap(it -> it.keySet().stream())
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    /// Null where several match, or none.
    @Nullable
    UriRouteMatch<?, ?> only(HttpMethod method, String path) {
        var ofMethod = routes.getOrDefault(method, Map.of());
        UriRouteMatch<?, ?> found = null;
        for (int end = 0; end >= 0 && end <= longest; end = next(path, end)) {
            for (var ending : ofMethod.getOrDefault(path.substring(0, end), List.of())) {
                var match = path.endsWith(ending.text) ? ending.route.tryMatch(path) : null;
                if (match != null && found != null) {
                    return null;
                }
                found = match == null ? found : match;
            }
        }
        return found;
    }

    /// Where the next part of the path is over: at a slash, or at its end.
    private static int next(String path, int end) {
        if (end == path.length()) {
            return -1;
        }
        int slash = path.indexOf('/', end + 1);
        return slash < 0 ? path.length() : slash;
    }

    private static String template(UriRouteInfo<?, ?> route) {
        return route.getUriMatchTemplate().getTemplateString();
    }

    private static String beginning(String template) {
        int variable = template.indexOf('{');
        if (variable < 0) {
            return template;
        }
        int slash = template.lastIndexOf('/', variable);
        return slash < 0 ? "" : template.substring(0, slash);
    }

    private static String ending(String template) {
        return template.substring(template.lastIndexOf('}') + 1);
    }
}
