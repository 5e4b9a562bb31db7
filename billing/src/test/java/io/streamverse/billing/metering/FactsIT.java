package io.streamverse.billing.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.billing.BillingStage;
import io.streamverse.events.usage.BytesRemoved;
import io.streamverse.events.usage.BytesStored;
import io.streamverse.events.usage.EncodeAttempt;
import io.streamverse.events.usage.EncodeSettled;
import io.streamverse.events.usage.EncodedOutput;
import io.streamverse.events.usage.LicencesIssued;
import io.streamverse.events.usage.LiveIngested;
import io.streamverse.events.usage.MediaDelivered;
import io.streamverse.events.usage.UsageEvent;
import io.streamverse.events.usage.ViewerSeen;
import io.streamverse.events.usage.WebhooksSent;
import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.kernel.tenancy.TenantSpace;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FactsIT {
    private final BillingStage stage = BillingStage.shared();
    private final TenantSpace space = stage.customer("Asia/Kathmandu");
    private final Instant now = Instant.now();

    @Test
    void anEncodeIsBilledByWeightAndItsTriesAreCounted() {
        take(new EncodeSettled(
                "enc_1",
                now,
                now,
                List.of(
                        new EncodedOutput("gpu", "hevc", "uhd", 60, true, 2, 1_000),
                        new EncodedOutput("cpu", "aac", "audio", 0, false, 1, 1_000)),
                List.of(new EncodeAttempt("gpu", 300), new EncodeAttempt("gpu", 700))));

        assertThat(totals().get("transcode.gpu")).isEqualByComparingTo("60000");
        assertThat(totals().get("transcode.cpu")).isEqualByComparingTo("50");
        assertThat(totals().get("transcode.device")).isEqualByComparingTo("1000");
    }

    @Test
    void aFactToldAgainCountsOnce() {
        var delivered = new MediaDelivered("dlv_1", "edge", 1_000, 4_000, now);

        take(delivered);
        take(delivered);
        take(new LiveIngested("liv_1", 4_000, now));
        take(new LicencesIssued("lic_1", "widevine", 3, now));
        take(new WebhooksSent("whk_1", 2, now));

        assertThat(totals())
                .extractingByKeys("delivery.bytes", "delivery.minutes", "live.ingest")
                .allSatisfy(it -> assertThat(it).isPositive());
        assertThat(totals().get("delivery.bytes")).isEqualByComparingTo("1000");
        assertThat(totals().get("drm.licences")).isEqualByComparingTo("3");
        assertThat(totals().get("webhooks.sent")).isEqualByComparingTo("2");
    }

    @Test
    void bytesAreHeldFromWhenTheyAreStoredUntilTheyAreRemoved() {
        take(new BytesRemoved("ast_1", "original", 1_000, now.minus(Duration.ofHours(1))));
        take(new BytesStored("ast_1", "original", 1_000, now.minus(Duration.ofHours(3))));

        assertThat(totals().get("storage")).isEqualByComparingTo("2000");
    }

    @Test
    void aViewerCountsOnceInAMonth() {
        take(new ViewerSeen("vwr_1", now));
        take(new ViewerSeen("vwr_1", now.minusSeconds(1)));
        take(new ViewerSeen("vwr_2", now));

        assertThat(totals().get("viewers.active")).isEqualByComparingTo("2");
    }

    @Test
    void whatIsRefusedIsKeptWithTheReason() {
        take(new LiveIngested("liv_old", 4_000, now.minus(Duration.ofDays(36))));

        assertThat(stage.ask("SELECT code FROM billing.rejected_usage r JOIN billing.ledger_space s ON s.id = r.space"
                        + " WHERE tenant = '" + space.tenant() + "'"))
                .isEqualTo("usage.too-late");
        assertThat(stage.ask("SELECT d.taken || ' ' || d.rejected FROM billing.ledger_day d"
                        + " JOIN billing.ledger_space s ON s.id = d.space WHERE tenant = '" + space.tenant() + "'"))
                .isEqualTo("1 1");
    }

    private void take(UsageEvent event) {
        TenantContext.run(space, () -> stage.bean(UsageListener.class).on(event));
    }

    private Map<String, BigDecimal> totals() {
        return stage.bean(Metering.class).totals(space, now.minus(Duration.ofDays(31)), now.plus(Duration.ofDays(1)));
    }
}
