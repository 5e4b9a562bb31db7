package io.streamverse.kernel.tenancy;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// For jobs by the clock: the same work in every environment that is within reach. One that fails keeps no other from
/// it.
@Singleton
@Requires(bean = TenantSpaces.class)
public class EachSpace {
    private static final Logger LOG = LoggerFactory.getLogger(EachSpace.class);
    private final TenantSpaces spaces;
    private final HostDatabases hosts;

    EachSpace(TenantSpaces spaces, HostDatabases hosts) {
        this.spaces = spaces;
        this.hosts = hosts;
    }

    public void run(String what, Runnable work) {
        var within = spaces.all().stream()
                .filter(space -> !hosts.isOutOfReach(space))
                .toList();
        each(what, within, space -> TenantContext.run(space, work));
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
