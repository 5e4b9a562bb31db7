package io.streamverse.server.objects;

import io.micronaut.context.BeanContext;
import io.micronaut.context.BeanResolutionContext;
import io.micronaut.inject.BeanConfiguration;
import org.jspecify.annotations.Nullable;

/// Left out, so that this room's test needs no database.
final class OtherRooms implements BeanConfiguration {
    private static final String BILLING = "io.streamverse.billing.";
    private static final String ROOMS = "io.streamverse.server.";

    @Override
    public boolean isWithin(String className) {
        return className.startsWith(BILLING)
                || (className.startsWith(ROOMS) && !className.startsWith(ROOMS + "objects."));
    }

    @Override
    public boolean isEnabled(BeanContext context, @Nullable BeanResolutionContext resolution) {
        return false;
    }

    @Override
    public Package getPackage() {
        return OtherRooms.class.getPackage();
    }

    @Override
    public String getName() {
        return "other rooms";
    }

    @Override
    public String getVersion() {
        return "";
    }
}
