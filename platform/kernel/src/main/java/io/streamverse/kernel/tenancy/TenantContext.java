package io.streamverse.kernel.tenancy;

import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.core.propagation.PropagatedContextElement;
import java.util.Optional;
import java.util.function.Supplier;

/// The tenant environment in charge of the code that runs now.
public record TenantContext(TenantSpace space) implements PropagatedContextElement {

    public static TenantSpace current() {
        return find().orElseThrow(() -> new IllegalStateException("No tenant is in charge here"));
    }

    public static Optional<TenantSpace> find() {
        return PropagatedContext.find()
                .flatMap(it -> it.find(TenantContext.class))
                .map(TenantContext::space);
    }

    public static void run(TenantSpace space, Runnable work) {
        call(space, () -> {
            work.run();
            return space;
        });
    }

    public static <T> T call(TenantSpace space, Supplier<T> work) {
        return PropagatedContext.getOrEmpty().plus(new TenantContext(space)).propagate(work);
    }

    /// For the HTTP filter: the rest of the request belongs to this tenant.
    public static void enter(MutablePropagatedContext context, TenantSpace space) {
        context.add(new TenantContext(space));
    }
}
