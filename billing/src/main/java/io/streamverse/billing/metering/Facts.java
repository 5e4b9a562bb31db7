package io.streamverse.billing.metering;

import io.streamverse.events.usage.ApiCallsMade;
import io.streamverse.events.usage.BytesRemoved;
import io.streamverse.events.usage.BytesStored;
import io.streamverse.events.usage.EncodeSettled;
import io.streamverse.events.usage.LicencesIssued;
import io.streamverse.events.usage.LiveIngested;
import io.streamverse.events.usage.MediaDelivered;
import io.streamverse.events.usage.UsageEvent;
import io.streamverse.events.usage.ViewerSeen;
import io.streamverse.events.usage.WebhooksSent;
import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.kernel.tenancy.TenantSpace;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What a fact counts for: the meters it moves, by how much, and under which names, which are the same each time.
@Singleton
class Facts {
    private final Weights weights;
    private final Meters meters;
    private final Clocks clocks;

    Facts(Weights weights, Meters meters, Clocks clocks) {
        this.weights = weights;
        this.meters = meters;
        this.clocks = clocks;
    }

    List<Usage> usage(UsageEvent event) {
        return event instanceof ApiCallsMade calls ? calls(calls) : usage(TenantContext.current(), event);
    }

    private List<Usage> usage(TenantSpace space, UsageEvent event) {
        return switch (event) {
            case ApiCallsMade it -> calls(it);
            case BytesStored it -> List.of(one(space, it, "storage", it.bytes(), Map.of("class", it.storageClass())));
            case BytesRemoved it -> List.of(removal(space, it));
            case MediaDelivered it ->
                List.of(
                        one(space, it, "delivery.bytes", it.bytes(), Map.of("via", it.via())),
                        one(space, it, "delivery.minutes", it.mediaMs(), Map.of("via", it.via())));
            case LiveIngested it -> List.of(one(space, it, "live.ingest", it.mediaMs(), Map.of()));
            case LicencesIssued it ->
                List.of(one(space, it, "drm.licences", it.licences(), Map.of("system", it.system())));
            case WebhooksSent it -> List.of(one(space, it, "webhooks.sent", it.webhooks(), Map.of()));
            case ViewerSeen it -> List.of(viewer(space, it));
            case EncodeSettled it -> encode(space, it);
        };
    }

    private List<Usage> calls(ApiCallsMade event) {
        return event.calls().stream()
                .map(it -> usage(
                        TenantSpace.parse(it.space()),
                        event.id() + "/" + it.at(),
                        "api.calls",
                        BigDecimal.valueOf(it.calls()),
                        it.at(),
                        Map.of()))
                .toList();
    }

    private Usage one(
            TenantSpace space, UsageEvent event, String meter, long quantity, Map<String, String> dimensions) {
        return usage(space, event.id() + "/" + meter, meter, BigDecimal.valueOf(quantity), event.at(), dimensions);
    }

    private Usage removal(TenantSpace space, BytesRemoved event) {
        var bytes = BigDecimal.valueOf(event.bytes()).negate();
        return usage(
                space, event.id() + "/removed", "storage", bytes, event.at(), Map.of("class", event.storageClass()));
    }

    /// Named after the month, and at its first moment: whatever comes later in it is a repetition.
    private Usage viewer(TenantSpace space, ViewerSeen event) {
        var month = clocks.of(space).startOfMonth(event.at());
        return usage(space, event.viewerId() + "/" + month, "viewers.active", BigDecimal.ONE, month, Map.of());
    }

    private List<Usage> encode(TenantSpace space, EncodeSettled event) {
        var usages = new ArrayList<Usage>();
        for (var output : event.outputs()) {
            var properties = output.properties();
            var billable = BigDecimal.valueOf(output.outputMs()).multiply(weights.of(properties, event.plannedAt()));
            var id = event.id() + "/" + usages.size();
            usages.add(usage(space, id, "transcode." + output.accelerator(), billable, event.at(), properties));
        }
        for (var attempt : event.attempts()) {
            var id = event.id() + "/" + usages.size();
            var busy = BigDecimal.valueOf(attempt.deviceMs());
            var on = Map.of("accelerator", attempt.accelerator());
            usages.add(usage(space, id, "transcode.device", busy, event.at(), on));
        }
        return usages;
    }

    private Usage usage(
            TenantSpace space,
            String id,
            String meter,
            BigDecimal quantity,
            Instant at,
            Map<String, String> dimensions) {
        var source = meters.find(meter).map(Meter::source).orElse("unknown");
        return new Usage(space, source, id, meter, quantity, at, dimensions);
    }
}
