package io.streamverse.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadsTest {
    private static final String PLACE = "/v1/uploads/upl_1";
    private final FakePlatform platform = new FakePlatform();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void aFileIsSentPieceByPiece() throws IOException {
        platform.answers(201, "", "Location", PLACE, "StreamVerse-Asset", "ast_1")
                .answers(204, "", "Upload-Offset", "4", "StreamVerse-Asset", "ast_1")
                .answers(204, "", "Upload-Offset", "5", "StreamVerse-Asset", "ast_1");
        var told = new ArrayList<Long>();

        var asset = platform.client()
                .uploads()
                .upload(film(), options().withPieceBytes(4).withProgress((sent, total) -> told.add(sent)));

        assertThat(asset).isEqualTo("ast_1");
        assertThat(platform.seen()).extracting(FakePlatform.Seen::body).containsExactly("", "hell", "o");
        assertThat(platform.seen().get(0).header("Upload-Length")).isEqualTo("5");
        assertThat(platform.seen().get(2).header("Upload-Offset")).isEqualTo("4");
        assertThat(told).containsSubsequence(4L, 5L);
        assertThat(notes()).isZero();
    }

    @Test
    void aBrokenPieceIsFollowedByAQuestionHowFarItIs() throws IOException {
        platform.answers(201, "", "Location", PLACE)
                .answers(503, "")
                .answers(200, "", "Upload-Offset", "3")
                .answers(204, "", "Upload-Offset", "5", "StreamVerse-Asset", "ast_1");

        assertThat(platform.client().uploads().upload(film(), options())).isEqualTo("ast_1");
        assertThat(platform.last().body()).isEqualTo("lo");
        assertThat(platform.pauses()).hasSize(1);
    }

    @Test
    void theNextCallGoesOn() throws IOException {
        var film = film();
        platform.answers(201, "", "Location", PLACE).answers(403, "{}");
        assertThatThrownBy(() -> platform.client().uploads().upload(film, options()))
                .isInstanceOf(ForbiddenException.class);
        assertThat(notes()).isEqualTo(1);
        platform.answers(200, "", "Upload-Offset", "4")
                .answers(204, "", "Upload-Offset", "5", "StreamVerse-Asset", "ast_1");

        assertThat(platform.client().uploads().upload(film, options())).isEqualTo("ast_1");
        assertThat(platform.last().body()).isEqualTo("o");
        assertThat(notes()).isZero();
    }

    @Test
    void whatIsGoneIsBegunAnew() throws IOException {
        var film = film();
        platform.answers(201, "", "Location", PLACE).answers(403, "{}");
        assertThatThrownBy(() -> platform.client().uploads().upload(film, options()))
                .isInstanceOf(ForbiddenException.class);
        platform.answers(410, "")
                .answers(201, "", "Location", "/v1/uploads/upl_2")
                .answers(204, "", "Upload-Offset", "5", "StreamVerse-Asset", "ast_2");

        assertThat(platform.client().uploads().upload(film, options())).isEqualTo("ast_2");
        assertThat(platform.last().path()).isEqualTo("/v1/uploads/upl_2");
    }

    @Test
    void afterTooManyFailuresItIsGivenUp() throws IOException {
        platform.answers(201, "", "Location", PLACE);
        for (int i = 0; i < 3; i++) {
            platform.answers(503, "").answers(200, "", "Upload-Offset", "0");
        }
        var film = film();

        assertThatThrownBy(
                        () -> platform.client().uploads().upload(film, options().withMaxRetries(2)))
                .isInstanceOf(UnavailableException.class);
    }

    @Test
    void waitingEndsWithTheAsset() {
        platform.answers(200, asset("processing"))
                .answers(200, asset("playable"))
                .answers(200, asset("ready"));

        assertThat(platform.client()
                        .assets()
                        .untilReady("ast_1", Duration.ofMinutes(1))
                        .id())
                .isEqualTo("ast_1");
        assertThat(platform.pauses()).containsExactly(Duration.ofMillis(500), Duration.ofMillis(625));
    }

    @Test
    void waitingEndsWithItsFailure() {
        platform.answers(200, asset("failed"));

        assertThatThrownBy(() -> platform.client().assets().untilReady("ast_1", Duration.ofMinutes(1)))
                .isInstanceOfSatisfying(AssetFailedException.class, it -> {
                    assertThat(it.code()).isEqualTo("media.source.truncated");
                    assertThat(it.detail()).isEqualTo("It ends too soon");
                });
    }

    @Test
    void waitingEndsWithTheTime() {
        platform.answers(200, asset("processing")).answers(200, asset("processing"));

        assertThatThrownBy(() -> platform.client().assets().untilReady("ast_1", Duration.ofNanos(1)))
                .isInstanceOf(AssetNotReadyException.class);
    }

    private UploadOptions options() {
        return UploadOptions.usual().withResumeFolder(folder.resolve("notes"));
    }

    private Path film() throws IOException {
        return Files.writeString(folder.resolve("film.mp4"), "hello");
    }

    private long notes() throws IOException {
        try (var notes = Files.list(folder.resolve("notes"))) {
            return notes.count();
        }
    }

    private static String asset(String state) {
        return """
                {"id": "ast_1", "name": "Film", "metadata": {}, "keepOriginal": true, "state": "%s", "version": 1,
                 "failure": {"code": "media.source.truncated", "detail": "It ends too soon"},
                 "tracks": [], "createdAt": "2026-11-20T12:00:00Z"}""".formatted(state);
    }
}
