package io.streamverse.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.streamverse.sdk.AssetFailedException;
import io.streamverse.sdk.ListParams;
import io.streamverse.sdk.NotFoundException;
import io.streamverse.sdk.StreamVerse;
import io.streamverse.sdk.StreamVerseException;
import io.streamverse.sdk.UploadOptions;
import io.streamverse.sdk.model.AssetRendition;
import io.streamverse.sdk.model.AssetState;
import io.streamverse.sdk.model.CreateEncode;
import io.streamverse.sdk.model.Job;
import io.streamverse.sdk.model.JobState;
import io.streamverse.sdk.model.Protection;
import io.streamverse.sdk.model.SetQuotaOverride;
import io.streamverse.sdk.model.Tenant;
import io.streamverse.sdk.model.Usage;
import io.streamverse.testkit.Eventually;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From a file to something that plays, on the embedded worker with the real tools.
class FilmLifeIT {
    private static final Path FILM = Path.of("src/test/resources/film.mp4");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private final Tenant tenant = Service.tenant();
    private final StreamVerse client = Service.live(tenant);

    @TempDir
    Path folder;

    @Test
    void aFilmIsEncodedAndChargedForWhatItIs() {
        var asset = client.assets().untilReady(upload(FILM), PATIENCE);

        assertThat(asset.renditions()).map(AssetRendition::id).containsExactly("v-h264-180", "a-en-64", "a-en-128");
        var job = client.jobs().get(Objects.requireNonNull(asset.jobId()));
        assertThat(job.state()).isEqualTo(JobState.DONE);
        assertThat(job.progress()).isEqualTo(1.0);
        // Six seconds: half for a picture that small, a twentieth for each sound.
        Eventually.is("it is charged", () -> used("transcode.cpu").compareTo(new BigDecimal("3600")) == 0);
        Eventually.is("it counts as stored", () -> used("storage").signum() > 0);
    }

    @Test
    void whatIsEncodedOnceMoreReplacesWhatThereIs() {
        var id = client.assets().untilReady(upload(FILM), PATIENCE).id();

        var again = client.assets().encode(id, new CreateEncode().ladder("vp9").protection(Protection.CBCS));

        assertThat(again.state()).isEqualTo(AssetState.READY);
        assertThat(again.version()).isEqualTo(2);
        assertThat(again.renditions()).map(AssetRendition::codec).contains("h264");
        Eventually.is(
                "it is replaced",
                () -> client.assets().get(id).renditions().stream()
                        .anyMatch(it -> it.codec().equals("vp9")));
    }

    @Test
    void whatItWouldCostIsSaidBeforehand() {
        var id = client.assets().untilReady(upload(FILM), PATIENCE).id();

        var quote = client.assets().quote(id, new CreateEncode().ladder("vp9"));

        // Twice the weight for the picture, the same for the sounds.
        assertThat(quote.quantity()).isEqualByComparingTo("6600");
        assertThat(quote.meter()).isEqualTo("transcode.cpu");
        assertThat(quote.expectedWaitSeconds()).isNotNegative();
        assertThat(client.quotes().get(quote.id()).quantity()).isEqualByComparingTo("6600");
    }

    @Test
    void nothingTakesMoreThanItsQuoteIsFor() {
        var id = client.assets().untilReady(upload(FILM), PATIENCE).id();
        var other = client.assets().untilReady(upload(FILM), PATIENCE).id();
        var usual = client.assets().quote(id, new CreateEncode().ladder("h264"));
        var quote = client.assets().quote(id, new CreateEncode().ladder("vp9"));

        assertRefused(
                "media.encode.over-quote", id, new CreateEncode().ladder("vp9").quoteId(usual.id()));
        assertRefused(
                "media.quote.other", other, new CreateEncode().ladder("vp9").quoteId(quote.id()));
        assertRefused(
                "media.quote.unknown", id, new CreateEncode().ladder("vp9").quoteId("que_nobody"));
        assertThat(client.assets().get(id).version()).isEqualTo(1);

        client.assets().encode(id, new CreateEncode().ladder("vp9").quoteId(quote.id()));
        Eventually.is("it is charged as quoted", () -> used("transcode.cpu").compareTo(new BigDecimal("13800")) == 0);
    }

    @Test
    void whatIsNoFilmIsRefusedWithTheReason() throws IOException {
        var text = Files.writeString(folder.resolve("film.mp4"), "no film at all ".repeat(1_000));

        assertThatExceptionOfType(AssetFailedException.class)
                .isThrownBy(() -> client.assets().untilReady(upload(text), PATIENCE))
                .satisfies(it -> assertThat(it.code()).isEqualTo("media.source.not-a-video"));
    }

    @Test
    void whoseQuotaIsUsedUpIsToldTheNumbersAndChargedNothing() {
        Service.operator()
                .quotaGrants()
                .override(new SetQuotaOverride()
                        .tenantId(tenant.id())
                        .env("live")
                        .meter("transcode.cpu")
                        .amount(BigDecimal.TEN));
        Eventually.is(
                "the quota is known",
                () -> client.quotas().list().data().stream()
                        .filter(it -> it.meter().equals("transcode.cpu"))
                        .anyMatch(it -> it.allowance().total().compareTo(BigDecimal.TEN) == 0));

        assertThatExceptionOfType(AssetFailedException.class)
                .isThrownBy(() -> client.assets().untilReady(upload(FILM), PATIENCE))
                .satisfies(it -> assertThat(it.code()).isEqualTo("quota.transcode"))
                .withMessageContaining("10 allowed")
                .withMessageContaining("3600 asked for");
    }

    @Test
    void aJobCanBeWatchedUntilItIsOver() {
        var id = upload(FILM);
        var told = new CopyOnWriteArrayList<Job>();

        var over = client.jobs()
                .watch(Objects.requireNonNull(client.assets().get(id).jobId()), PATIENCE, told::add);

        assertThat(over.state()).isEqualTo(JobState.DONE);
        assertThat(told).last().isEqualTo(over);
        assertThat(told).doesNotHaveDuplicates();
    }

    @Test
    void whatIsDeletedIsGoneAndCountsNoMore() {
        var id = client.assets().untilReady(upload(FILM), PATIENCE).id();

        client.assets().delete(id);

        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> client.assets().get(id));
        assertThat(client.quotas().list().data())
                .filteredOn(it -> it.meter().equals("storage.bytes"))
                .allSatisfy(it -> assertThat(it.used().total()).isZero());
    }

    private void assertRefused(String code, String asset, CreateEncode encode) {
        assertThatExceptionOfType(StreamVerseException.class)
                .isThrownBy(() -> client.assets().encode(asset, encode))
                .satisfies(it -> assertThat(it.code()).isEqualTo(code));
    }

    private String upload(Path file) {
        return client.uploads().upload(file, UploadOptions.usual().withName("Film"));
    }

    private BigDecimal used(String meter) {
        return client.usage().list(ListParams.all().filter("meter", meter)).data().stream()
                .map(Usage::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
