package io.streamverse.kernel.tenancy;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Consumer;
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
        each(what, spaces.all(), space -> TenantContext.run(space, work));
    }

    /// Of some environments, none of them in charge.
    public static void each(String what, List<TenantSpace> spaces, Consumer<TenantSpace> work) {
        for (var space : spaces) {
            try {
                work.accept(space);
            } catch (RuntimeException e) {
                LOG.error("{} failed in {}", what, space, e);
            }
        }
    }
}
