package io.streamverse.server.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.media.index.IndexTrack;
import io.streamverse.media.index.Scheme;
import io.streamverse.media.index.SegmentIndex;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ChoiceTest {
    private static final Set<String> ALL = Set.of("h264", "hevc", "vp9", "av1");
    private static final Set<String> CLEARKEY = Set.of("clearkey");

    @ParameterizedTest
    @EnumSource(Player.class)
    void nobodySeesMoreThanTheTierAllows(Player player) {
        var index = Indexes.film(Scheme.NONE);

        var variant = variant(index, new Screening(player, 1079, ALL, Set.of(), 0, false));

        assertThat(Choice.tracks(index, Variant.parse(variant).orElseThrow()))
                .map(IndexTrack::id)
                .noneMatch(it -> it.contains("1080") || it.contains("2160"))
                .anyMatch(it -> it.endsWith("-576"))
                .contains("a-en-64", "a-en-128");
    }

    @Test
    void whoeverGetsTheSameGetsItAtTheSameAddress() {
        var index = Indexes.film(Scheme.NONE);

        assertThat(variant(index, web(Player.SHAKA, 576))).isEqualTo(variant(index, web(Player.SHAKA, 1079)));
        assertThat(variant(index, web(Player.SHAKA, null))).isEqualTo(variant(index, web(Player.MEDIA3, 2160)));
    }

    @ParameterizedTest
    @CsvSource({
        "SHAKA, w-h264.hevc-2160-none-plain",
        "MEDIA3, w-h264.hevc-2160-none-plain",
        "NATIVE, w-h264.hevc-2160-none-plain-t90",
        "HLS_JS, w-hevc-2160-none-plain",
        "DASH_JS, w-hevc-2160-none-plain",
        "OTHER, w-h264-2160-none-plain"
    })
    void severalCodecsAreForThoseWhoCanPick(Player player, String name) {
        var screening = new Screening(player, null, Set.of("h264", "hevc"), Set.of(), 90, false);

        assertThat(variant(Indexes.film(Scheme.NONE), screening)).isEqualTo(name);
    }

    @Test
    void theTrackWithTheGreatestPictureDecidesTheCodec() {
        var index = new SegmentIndex(
                Indexes.film(Scheme.NONE).tracks().stream()
                        .filter(it -> !it.id().equals("v-hevc-2160"))
                        .toList(),
                true);

        assertThat(variant(index, web(Player.HLS_JS, null))).isEqualTo("w-h264-2160-none-plain");
    }

    @ParameterizedTest
    @CsvSource({
        "SHAKA, clearkey, w-h264.hevc-2160-cenc-identity",
        "HLS_JS, clearkey, w-hevc-2160-cenc-clearkey",
        "MEDIA3, clearkey, w-h264.hevc-2160-cenc-identity",
        "SHAKA, widevine, w-h264.hevc-2160-cenc-licensed",
        "OTHER, playready, w-h264-2160-cenc-licensed",
        "NATIVE, fairplay, w-h264.hevc-2160-cbcs-licensed",
        "NATIVE, clearkey, ''",
        "OTHER, '', ''"
    })
    void theSchemeIsOneThatTheDeviceCanDecrypt(Player player, String keySystem, String name) {
        var systems = keySystem.isEmpty() ? Set.<String>of() : Set.of(keySystem);
        var screening = new Screening(player, null, ALL, systems, 0, false);

        assertThat(variant(Indexes.film(Scheme.CENC, Scheme.CBCS), screening)).isEqualTo(name);
    }

    @Test
    void whatADeviceCannotDecryptIsNotShown() {
        var cbcs = Indexes.film(Scheme.CBCS);

        assertThat(variant(cbcs, new Screening(Player.MEDIA3, null, ALL, CLEARKEY, 0, false)))
                .isEmpty();
        assertThat(variant(cbcs, new Screening(Player.OTHER, null, ALL, Set.of("playready"), 0, false)))
                .isEmpty();
        assertThat(variant(cbcs, new Screening(Player.SHAKA, null, ALL, CLEARKEY, 0, false)))
                .isNotEmpty();
    }

    @Test
    void nothingIsLeftWhereEveryPictureIsTooLargeOrUnknown() {
        var index = Indexes.film(Scheme.NONE);

        assertThat(variant(index, web(Player.SHAKA, 240))).isEmpty();
        assertThat(variant(index, new Screening(Player.SHAKA, null, Set.of("vp9"), Set.of(), 0, false)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "HLS_JS, true",
        "DASH_JS, true",
        "NATIVE, true",
        "SHAKA, false",
        "MEDIA3, false",
        "OTHER, false",
    })
    void whoCanBeSteeredIsToldWhereThereAreHosts(Player player, boolean told) {
        var index = Indexes.film(Scheme.NONE);

        assertThat(variant(index, new Screening(player, null, ALL, Set.of(), 0, true))
                        .endsWith("-s"))
                .isEqualTo(told);
        assertThat(variant(index, new Screening(player, null, ALL, Set.of(), 0, false)))
                .doesNotEndWith("-s");
    }

    @Test
    void aFilmWithoutPicturesIsHeard() {
        assertThat(variant(Indexes.radio(), web(Player.SHAKA, 240))).isEqualTo("w-sound-0-none-plain");
    }

    @Test
    void onlyWhatCouldHaveBeenChosenFits() {
        var index = Indexes.film(Scheme.NONE);

        assertThat(List.of("w-h264-1080-none-plain", "w-h264.hevc-360-none-plain"))
                .allMatch(it -> Choice.fits(index, Variant.parse(it).orElseThrow()));
        assertThat(List.of(
                        "w-h264-1081-none-plain",
                        "w-vp9-1080-none-plain",
                        "w-h264-1080-cenc-identity",
                        "w-sound-0-none-plain"))
                .noneMatch(it -> Choice.fits(index, Variant.parse(it).orElseThrow()));
    }

    private static Screening web(Player player, @Nullable Integer maximumHeight) {
        return new Screening(player, maximumHeight, Set.of("h264", "hevc"), Set.of(), 0, false);
    }

    private static String variant(SegmentIndex index, Screening screening) {
        return new Choice(index, screening).variant().map(Variant::name).orElse("");
    }
}
