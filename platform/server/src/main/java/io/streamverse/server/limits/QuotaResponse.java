package io.streamverse.server.limits;

import static io.streamverse.kernel.money.Quantities.plain;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@Schema(name = "Quota", description = "How much of a meter a period allows, and where every number comes from.")
record QuotaResponse(
        @Schema(example = "transcode.gpu") String meter,

        @Schema(
                description =
                        "`period`: used up and begun anew. `level`: what is held right now. `slots`: things at once.")
        Kind kind,

        @Schema(description = "`hard` is refused beyond the allowance, `soft` never is.")
        Enforcement enforcement,

        AllowanceResponse allowance,
        UsedResponse used,
        ReservedResponse reserved,

        @Schema(description = "What can still be reserved: allowance less used less reserved, never below 0.")
        BigDecimal remaining,

        @Schema(description = "When the period began; none for levels and slots.") @Nullable
        Instant periodFrom,

        @Schema(description = "When the period ends and the allowance is whole again.") @Nullable
        Instant resetsAt,

        @Schema(description = "Of 50, 80, 95 and 100 percent of the allowance, those that are used.")
        List<Integer> thresholdsPassed) {

    enum Enforcement {
        @JsonProperty("hard")
        HARD,
        @JsonProperty("soft")
        SOFT
    }

    @Schema(name = "QuotaAllowance", description = "The total is the override, or else the plan's, and the grants.")
    record AllowanceResponse(
            BigDecimal total,
            BigDecimal plan,

            @Schema(description = "What the operator has set instead of the plan's.") @Nullable
            BigDecimal override,

            @Schema(description = "One-time grants of this period.")
            BigDecimal grants) {}

    @Schema(name = "QuotaUsed", description = "The total is what the ledger held and what was settled since.")
    record UsedResponse(
            BigDecimal total,

            @Schema(description = "What billing's ledger held.")
            BigDecimal counted,

            @Schema(description = "The instant of that count.")
            Instant asOf,

            @Schema(description = "Settled since, on its way into the ledger.")
            BigDecimal settledSince,

            @Schema(description = "Of a level: what each class holds.") @Nullable
            Map<String, BigDecimal> parts) {}

    @Schema(name = "QuotaReserved", description = "Held for what runs right now.")
    record ReservedResponse(BigDecimal total, List<ReservationResponse> reservations) {}

    static QuotaResponse of(Balance balance, List<Reservation> open) {
        var quota = balance.quota();
        var kind = Kind.of(quota.meter());
        return new QuotaResponse(
                quota.meter(),
                kind,
                quota.hard() ? Enforcement.HARD : Enforcement.SOFT,
                allowance(balance),
                used(balance, kind),
                new ReservedResponse(
                        plain(quota.reserved()),
                        open.stream()
                                .filter(it -> it.meter().equals(quota.meter()))
                                .map(ReservationResponse::of)
                                .toList()),
                plain(balance.remaining()),
                kind == Kind.PERIOD ? balance.period().from() : null,
                balance.resetsAt(),
                balance.thresholdsPassed());
    }

    private static AllowanceResponse allowance(Balance balance) {
        var quota = balance.quota();
        var override = quota.included().compareTo(quota.planned()) == 0 ? null : plain(quota.included());
        return new AllowanceResponse(
                plain(balance.allowance()), plain(quota.planned()), override, plain(balance.granted()));
    }

    private static UsedResponse used(Balance balance, Kind kind) {
        var parts = balance.quota().held().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> plain(it.getValue())));
        return kind == Kind.PERIOD
                ? new UsedResponse(
                        plain(balance.used()),
                        plain(balance.counted()),
                        balance.countedAt(),
                        plain(balance.settled()),
                        null)
                : new UsedResponse(
                        plain(balance.used()), plain(balance.used()), balance.countedAt(), BigDecimal.ZERO, parts);
    }
}
