package io.streamverse.billing.metering;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.transaction.TransactionOperations;
import io.streamverse.events.meters.WeightsSet;
import io.streamverse.kernel.messaging.Outbox;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;

/// At every start: who reserves encode time must count as we do, also while we are away.
@Singleton
class TellWeights implements ApplicationEventListener<StartupEvent> {
    private final Weights weights;
    private final Outbox outbox;
    private final TransactionOperations<Connection> database;

    TellWeights(Weights weights, Outbox outbox, @Named("default") TransactionOperations<Connection> database) {
        this.weights = weights;
        this.outbox = outbox;
        this.database = database;
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        var all = weights.all().stream()
                .map(it -> new WeightsSet.Weight(it.from(), it.dimension(), it.value(), it.weight()))
                .toList();
        database.executeWrite(_ -> {
            outbox.add(new WeightsSet(all));
            return all.size();
        });
    }
}
