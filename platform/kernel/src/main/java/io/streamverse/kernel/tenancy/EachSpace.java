package io.streamverse.kernel.tenancy;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// For jobs by the clock: the same work in every environment. One that fails keeps no other from it.
@Singleton
@Requires(bean = TenantSpaces.class)
public class EachSpace {
    private static final Logger LOG = LoggerFactory.getLogger(EachSpace.class);
    private final TenantSpaces spaces;

    EachSpace(TenantSpaces spaces) {
        this.spaces = spaces;
    }

    public void run(String what, Runnable work) {
        spaces.all().forEach(space -> run(what, space, work));
    }

    private static void run(String what, TenantSpace space, Runnable work) {
        try {
            TenantContext.run(space, work);
        } catch (RuntimeException e) {
            LOG.error("{} failed in {}", what, space, e);
        }
    }
}
