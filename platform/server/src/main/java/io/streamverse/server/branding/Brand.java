package io.streamverse.server.branding;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;

@MappedEntity("branding")
public record Brand(
        @Id short id,
        String name,
        String primaryColor,
        String backgroundColor,
        @Version int version) {
    private static final short ONLY = 1;

    static Brand first(String name) {
        return new Brand(ONLY, name, "#3d5afe", "#0b0d12", 0);
    }

    Brand with(BrandPatch patch) {
        return new Brand(id, patch.name(), patch.primaryColor(), patch.backgroundColor(), version);
    }
}
