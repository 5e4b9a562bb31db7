package io.streamverse.server.media;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.streamverse.kernel.money.Money;
import io.streamverse.kernel.problem.Conflict;
import io.streamverse.kernel.problem.Rejected;
import io.streamverse.kernel.problem.Unavailable;
import io.streamverse.media.plan.Planner;
import io.streamverse.server.gateway.Billing;
import io.streamverse.server.jobs.Jobs;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What an encode would cost: planned here, priced by billing.
@Singleton
class AssetQuotes {
    private static final String ASSET = "assetId";
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

    private byte[] bytes(Object body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Quote(
            String id,
            String meter,
            BigDecimal quantity,
            Money price,
            Map<String, String> metadata,
            Instant expiresAt) {}

    /// Billing's refusal where there is one.
    HttpResponse<?> make(HttpRequest<?> http, String id, EncodeRequest request) {
        var wish = request.over(wishes.of(id), null);
        var accelerator = wish.accelerator();
        var wanted = Map.of(
                "meter", Encodes.meter(accelerator.label()),
                "quantity", quantity(id, wish),
                "metadata", Map.of(ASSET, id, "ladder", wish.ladder()));
        var answer = billing.post(http, "/v1/quotes", bytes(wanted));
        if (answer.code() != HttpStatus.CREATED.getCode()) {
            return answer;
        }
        var quote = read(answer);
        return HttpResponse.created(new AssetQuoteResponse(
                quote.id(),
                quote.meter(),
                quote.quantity(),
                quote.price(),
                quote.expiresAt(),
                jobs.expectedWait(accelerator).toSeconds()));
    }

    /// What a quote says that an encode is begun with: the most that it may take.
    @Nullable
    BigDecimal promised(HttpRequest<?> http, EncodeRequest request, @Nullable String assetId) {
        if (request.quoteId() == null) {
            return null;
        }
        var answer = billing.get(http, "/v1/quotes/" + URLEncoder.encode(request.quoteId(), StandardCharsets.UTF_8));
        if (answer.code() == HttpStatus.NOT_FOUND.getCode()) {
            throw new Rejected("media.quote.unknown", "There is no quote " + request.quoteId());
        }
        if (answer.code() != HttpStatus.OK.getCode()) {
            throw new Unavailable(
                    "billing.unavailable", "Billing does not say what the quote promises", Duration.ofSeconds(5));
        }
        var quote = read(answer);
        var isFor = quote.metadata().get(ASSET);
        if (!quote.meter().startsWith("transcode.") || (isFor != null && !isFor.equals(assetId))) {
            throw new Rejected("media.quote.other", "%s is a quote for something else".formatted(quote.id()));
        }
        if (quote.expiresAt().isBefore(clock.instant())) {
            throw new Rejected("media.quote.expired", "%s held until %s".formatted(quote.id(), quote.expiresAt()));
        }
        return quote.quantity();
    }

    private Quote read(HttpResponse<byte[]> answer) {
        try {
            return json.readerFor(Quote.class)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(Objects.requireNonNull(answer.body()));
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
