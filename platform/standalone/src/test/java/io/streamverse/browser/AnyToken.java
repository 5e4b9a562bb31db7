package io.streamverse.browser;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.kernel.tenancy.TenantId;
import io.streamverse.kernel.tenancy.TenantSpace;
import java.util.regex.Pattern;

/// Stands in for whoever checks tokens: anything is one.
@ServerFilter({"/URISigningPackage=*/m/**", "/m/**"})
@Requires(property = "app", value = "server")
class AnyToken {
    private static final Pattern SPACE = Pattern.compile("/m/(ten_[a-z0-9]+)/");

    @RequestFilter
    void admit(HttpRequest<?> request, MutablePropagatedContext context) {
        var space = SPACE.matcher(request.getPath());
        if (space.find()) {
            TenantContext.enter(context, TenantSpace.live(new TenantId(space.group(1))));
        }
    }
}
