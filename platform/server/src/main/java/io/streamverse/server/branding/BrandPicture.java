package io.streamverse.server.branding;

import io.micronaut.core.annotation.Introspected;
import io.streamverse.kernel.storage.ObjectKey;
import io.streamverse.kernel.tenancy.TenantContext;

/// A picture that was given, named by what is in it: another picture has another name, so caches never err.
@Introspected
public record BrandPicture(String name, String contentType) {
    ObjectKey key() {
        return new ObjectKey("%sbranding/%s".formatted(TenantContext.current().folder(), name));
    }

    /// Where everybody may see it, on the service's host.
    public String path() {
        return "/viewer/v1/app/pictures/" + name;
    }
}
