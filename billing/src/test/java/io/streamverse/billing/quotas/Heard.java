package io.streamverse.billing.quotas;

import io.micronaut.context.annotation.Requires;
import io.streamverse.events.quotas.QuotaEvent;
import io.streamverse.kernel.messaging.EventConsumer;
import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.kernel.tenancy.TenantSpace;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// What a server would hear, in the order in which it comes.
@Singleton
@Requires(property = "test.heard")
class Heard implements EventConsumer<QuotaEvent> {
    private final Queue<Said> said = new ConcurrentLinkedQueue<>();

    private record Said(TenantSpace space, QuotaEvent event) {}

    @Override
    public String name() {
        return "billing.heard";
    }

    @Override
    public Class<QuotaEvent> events() {
        return QuotaEvent.class;
    }

    @Override
    public void on(QuotaEvent event) {
        said.add(new Said(TenantContext.current(), event));
    }

    <E extends QuotaEvent> List<E> of(TenantSpace space, Class<E> type, String meter) {
        return said.stream()
                .filter(it ->
                        it.space().equals(space) && it.event().aggregateId().equals(meter))
                .map(Said::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
