package io.streamverse.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentsIT {
    private static final Stage STAGE = Stage.shared();
    private static final TestTenant TENANT = STAGE.tenant();
    private static final Film FILM = Film.of(STAGE, TENANT);

    @Test
    void aSegmentIsItsPartOfTheFile() {
        var answer = FILM.get(Film.VIDEO + "/2.m4s");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(FILM.segment(2));
        assertThat(header(answer, "content-type")).isEqualTo("video/mp4");
        assertThat(header(answer, "cache-control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(header(answer, "access-control-allow-origin")).isEqualTo("*");
        assertThat(header(answer, "streamverse-worth")).isEqualTo("4000/50000");
        assertThat(answer.headers().firstValue("streamverse-file")).isEmpty();
    }

    @Test
    void initSegmentAndFirstPictureAreAddressesToo() {
        assertThat(FILM.get(Film.AUDIO + "/init.mp4").body()).isEqualTo(FILM.init());
        assertThat(FILM.get(Film.VIDEO + "/3.i.m4s").body()).isEqualTo(Arrays.copyOf(FILM.segment(3), Film.I_FRAME));
        assertThat(FILM.get("storyboard/board.vtt").body()).asString().isEqualTo("WEBVTT\n");
    }

    @Test
    void minutesAreCountedByThePictureAlone() {
        assertThat(header(FILM.get(Film.AUDIO + "/1.m4s"), "streamverse-worth")).isEqualTo("0/50000");
        assertThat(header(FILM.get(Film.VIDEO + "/1.i.m4s"), "streamverse-worth"))
                .isEqualTo("0/9000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "4", "01", "1.i.i", "-1", "99999999999", "1%2e", "init"})
    void whatHasNoNumberOfASegmentIsNotThere(String number) {
        assertThat(FILM.get(Film.VIDEO + "/" + number + ".m4s").statusCode()).isEqualTo(404);
    }

    @Test
    void soundHasNoFirstPicture() {
        assertThat(FILM.get(Film.AUDIO + "/1.i.m4s").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0,0,1",
        "bytes=49999-,49999,1",
        "bytes=-10,49990,10",
        "bytes=10-999999999999999999,10,49990",
    })
    void oneRangeYieldsThatPart(String range, int from, int length) {
        var answer = FILM.get(Film.VIDEO + "/2.m4s", "Range", range);

        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(FILM.segment(2), from, from + length));
        assertThat(header(answer, "content-range")).isEqualTo("bytes %d-%d/50000".formatted(from, from + length - 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes=0-1,2-3,4-5,6-7",
                "bytes=--5",
                "bytes=5-1",
                "bytes=-",
                "bytes=1e3-",
                "bytes=0-99999999999999999999"
            })
    void aRangeThatIsNotOneYieldsTheWhole(String range) {
        var answer = FILM.get(Film.VIDEO + "/1.m4s", "Range", range);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).hasSize(Film.SEGMENT);
    }

    @Test
    void conditionsAreMet() {
        var path = Film.VIDEO + "/1.m4s";
        var etag = header(FILM.get(path), "etag");

        assertThat(FILM.get(path, "If-None-Match", etag).statusCode()).isEqualTo(304);
        assertThat(FILM.get(path, "If-Match", etag).statusCode()).isEqualTo(200);
        assertThat(FILM.get(path, "If-Match", "\"other\"").statusCode()).isEqualTo(412);
        assertThat(FILM.get(path, "Range", "bytes=0-1", "If-Range", "\"other\"").statusCode())
                .isEqualTo(200);
        assertThat(FILM.get(path, "Range", "bytes=50000-").statusCode()).isEqualTo(416);
    }

    @Test
    void headTellsTheLengthAndNoMore() {
        var answer = FILM.send("HEAD", FILM.folder(Duration.ofMinutes(1)) + Film.VIDEO + "/1.m4s");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "content-length")).isEqualTo("50000");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void whatPlayersReportInTheQueryChangesNothing() {
        assertThat(FILM.get(Film.VIDEO + "/1.m4s?CMCD=bl%3D21300%2Csid%3D%22x%22")
                        .body())
                .isEqualTo(FILM.segment(1));
    }

    @Test
    void manyOverOneConnectionComeInOrderAndWhole() {
        for (int i = 0; i < 60; i++) {
            int number = i % 3 + 1;
            assertThat(FILM.get(Film.VIDEO + "/" + number + ".m4s").body()).isEqualTo(FILM.segment(number));
        }
    }

    @Test
    void whatWasDeliveredIsBilledToTheByteAndMillisecond() {
        var film = Film.of(STAGE, STAGE.tenant());

        film.get(Film.VIDEO + "/1.m4s");
        film.get(Film.VIDEO + "/2.m4s", "Range", "bytes=0-24999");
        film.get(Film.AUDIO + "/1.m4s");
        film.get(Film.VIDEO + "/2.m4s", "Range", "bytes=99999-");

        isBooked(film, 125_000, 6_000);
    }

    @Test
    void allThatLeftIsBilledManifestsCaptionsAndPicturesByTheByteAlone() {
        var film = Film.of(STAGE, STAGE.tenant());
        var path = film.folder(Duration.ofMinutes(5)) + Film.VARIANT + "/main.mpd";

        var plain = film.stage(path);
        var packed = film.stage(path, "Accept-Encoding", "gzip");
        film.stage(path, "If-None-Match", header(plain, "etag"));
        film.send("HEAD", path);
        var board = film.get("storyboard/board.vtt");
        var picture = film.get(Film.VIDEO + "/1.i.m4s");

        assertThat(header(packed, "streamverse-worth")).isEqualTo("0/" + packed.body().length);
        isBooked(
                film,
                Stream.of(plain, packed, board, picture)
                        .mapToLong(it -> it.body().length)
                        .sum(),
                0);
    }

    private static void isBooked(Film film, long bytes, long millis) {
        Eventually.within(
                Duration.ofSeconds(30),
                "it is booked",
                () -> film.used("delivery.bytes") == bytes && film.used("delivery.minutes") == millis);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return String.join(",", List.copyOf(answer.headers().allValues(name)));
    }
}
