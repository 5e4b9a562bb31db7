package io.streamverse.server.media;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.streamverse.kernel.money.Money;
import io.streamverse.kernel.problem.Conflict;
import io.streamverse.media.plan.Planner;
import io.streamverse.server.gateway.Billing;
import io.streamverse.server.jobs.Jobs;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;

/// What an encode would cost: planned here, priced by billing.
@Singleton
class AssetQuotes {
    private final Media media;
    private final Versions versions;
    private final Wishes wishes;
    private final Encodes encodes;
    private final Jobs jobs;
    private final Billing billing;
    private final ObjectMapper json;
    private final InstantSource clock;

    AssetQuotes(
            Media media,
            Versions versions,
            Wishes wishes,
            Encodes encodes,
            Jobs jobs,
            Billing billing,
            ObjectMapper json,
            InstantSource clock) {
        this.media = media;
        this.versions = versions;
        this.wishes = wishes;
        this.encodes = encodes;
        this.jobs = jobs;
        this.billing = billing;
        this.json = json;
        this.clock = clock;
    }

    private record Quote(String id, String meter, BigDecimal quantity, Money price, Instant expiresAt) {}

    /// Billing's refusal where there is one.
    HttpResponse<?> make(HttpRequest<?> http, String id, EncodeRequest request) {
        var wish = request.over(wishes.of(id));
        var accelerator = wish.accelerator();
        var wanted = Map.of(
                "meter", Encodes.meter(accelerator.label()),
                "quantity", quantity(id, wish),
                "metadata", Map.of("assetId", id, "ladder", wish.ladder()));
        try {
            var answer = billing.post(http, "/v1/quotes", json.writeValueAsBytes(wanted));
            if (answer.code() != HttpStatus.CREATED.getCode()) {
                return answer;
            }
            var quote = json.readerFor(Quote.class)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .<Quote>readValue(Objects.requireNonNull(answer.body()));
            return HttpResponse.created(new AssetQuoteResponse(
                    quote.id(),
                    quote.meter(),
                    quote.quantity(),
                    quote.price(),
                    quote.expiresAt(),
                    jobs.expectedWait(accelerator).toSeconds()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BigDecimal quantity(String id, EncodeWish wish) {
        var asset = media.get(id);
        var film = versions.latest(asset)
                .map(AssetVersion::media)
                .orElseThrow(() -> new Conflict("media.asset.not-ready", "%s is not analysed yet".formatted(id)));
        var plan = Planner.plan(film, wishes.ladder(wish).rungs());
        return encodes.billableMs(film, plan, wish.accelerator().label(), clock.instant());
    }
}
