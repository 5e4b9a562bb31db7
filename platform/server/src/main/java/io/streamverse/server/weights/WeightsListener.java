package io.streamverse.server.weights;

import io.streamverse.events.meters.MetersEvent;
import io.streamverse.events.meters.WeightsSet;
import io.streamverse.kernel.messaging.EventConsumer;
import io.streamverse.kernel.signal.Signals;
import jakarta.inject.Singleton;

@Singleton
class WeightsListener implements EventConsumer<MetersEvent> {
    private final WeightRepository weights;
    private final Signals signals;

    WeightsListener(WeightRepository weights, Signals signals) {
        this.weights = weights;
        this.signals = signals;
    }

    @Override
    public String name() {
        return "server.weights";
    }

    @Override
    public Class<MetersEvent> events() {
        return MetersEvent.class;
    }

    @Override
    public String dataSource() {
        return "control";
    }

    @Override
    public void on(MetersEvent event) {
        switch (event) {
            case WeightsSet it -> it.weights().forEach(weights::put);
        }
        signals.send(Weights.SIGNAL, "");
    }
}
