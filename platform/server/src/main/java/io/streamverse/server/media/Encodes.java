package io.streamverse.server.media;

import io.streamverse.events.jobs.JobEnded;
import io.streamverse.events.usage.EncodeSettled;
import io.streamverse.kernel.messaging.Outbox;
import io.streamverse.kernel.problem.LimitReached;
import io.streamverse.media.plan.EncodePlan;
import io.streamverse.media.plan.Planner;
import io.streamverse.media.plan.Protection;
import io.streamverse.media.source.MediaInfo;
import io.streamverse.server.keyring.KeySet;
import io.streamverse.server.keyring.Keyring;
import io.streamverse.server.limits.Claim;
import io.streamverse.server.limits.Limits;
import io.streamverse.server.weights.Weights;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Plans what is made of a version and reserves for it; settles it when its job has ended.
@Singleton
class Encodes {
    static final String KIND = "encode";
    private static final KeySet NO_KEYS = new KeySet("", Map.of());
    private static final Duration LONGEST_QUEUE = Duration.ofDays(7);
    private final Wishes wishes;
    private final PlannedRepository planned;
    private final Works works;
    private final Weights weights;
    private final Limits limits;
    private final Keyring keyring;
    private final Outbox outbox;
    private final InstantSource clock;

    Encodes(
            Wishes wishes,
            PlannedRepository planned,
            Works works,
            Weights weights,
            Limits limits,
            Keyring keyring,
            Outbox outbox,
            InstantSource clock) {
        this.wishes = wishes;
        this.planned = planned;
        this.works = works;
        this.weights = weights;
        this.limits = limits;
        this.keyring = keyring;
        this.outbox = outbox;
        this.clock = clock;
    }

    /// Why it is not begun, where there is no room for it; else the job is wanted.
    Optional<LimitReached> begin(Asset asset, String source, MediaInfo media, String job) {
        var wish = wishes.of(asset.id());
        var ladder = wishes.ladder(wish);
        var plan = Planner.plan(media, ladder.rungs());
        var now = clock.instant();
        var outputs = Charges.planned(media, plan, wish.accelerator().label());
        var amount = weights.billableMs(outputs, now);
        if (wish.quoted() != null && amount.compareTo(wish.quoted()) > 0) {
            return Optional.of(overQuote(wish, wish.quoted(), amount));
        }
        var claim = new Claim(meter(wish.accelerator().label()), amount, KIND, job, LONGEST_QUEUE, wish.quote());
        var refusal = limits.refusal(claim);
        if (refusal.isPresent()) {
            return refusal;
        }
        var keys = wish.protection() == Protection.NONE ? NO_KEYS : keyring.create(EncodeTasks.tiers(plan));
        works.want(
                asset,
                job,
                KIND,
                limits.reserve(claim).id(),
                EncodeTasks.of(source, media, plan, wish.accelerator(), wish.protection(), keys.keys()));
        planned.save(new PlannedEncode(
                job,
                ladder.id(),
                ladder.version(),
                plan,
                wish.protection(),
                wish.accelerator(),
                keys.id().isEmpty() ? null : keys.id(),
                now));
        return Optional.empty();
    }

    private static LimitReached overQuote(EncodeWish wish, BigDecimal quoted, BigDecimal amount) {
        return new LimitReached(
                "media.encode.over-quote",
                "The quote %s is for %s ms, this encode takes %s"
                        .formatted(wish.quote(), quoted.toPlainString(), amount.toPlainString()),
                Map.of("quoted", quoted, "requested", amount));
    }

    PlannedEncode planned(String job) {
        return planned.findById(job).orElseThrow();
    }

    /// What was made is charged and the rest of what was reserved is free again; what it cost us is told in any case.
    void settle(AssetJob job, MediaInfo media, JobEnded ended) {
        var it = planned(job.jobId());
        var outputs = Charges.of(ended, media, it.plan(), it.accelerator().label());
        outbox.add(new EncodeSettled(job.jobId(), clock.instant(), it.plannedAt(), outputs, Charges.attempts(ended)));
        var reservation = Objects.requireNonNull(job.reservationId());
        var charged = weights.billableMs(outputs, it.plannedAt());
        if (charged.signum() == 0) {
            limits.release(reservation);
        } else {
            limits.settle(reservation, charged);
        }
    }

    BigDecimal billableMs(MediaInfo media, EncodePlan plan, String accelerator, Instant at) {
        return weights.billableMs(Charges.planned(media, plan, accelerator), at);
    }

    static String meter(String accelerator) {
        return "transcode." + accelerator;
    }
}
