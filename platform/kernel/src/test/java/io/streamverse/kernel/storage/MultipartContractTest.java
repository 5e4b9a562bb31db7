package io.streamverse.kernel.storage;

import static io.streamverse.kernel.storage.ObjectStoreContractTest.TEXT;
import static io.streamverse.kernel.storage.ObjectStoreContractTest.key;
import static io.streamverse.kernel.storage.ObjectStoreContractTest.stream;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamverse.kernel.storage.StorageException.ContentMismatch;
import io.streamverse.kernel.storage.StorageException.ObjectNotFound;
import io.streamverse.kernel.storage.StorageException.PreconditionFailed;
import io.streamverse.kernel.storage.StorageException.UploadNotFound;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every store does alike with objects that come in parts.
abstract class MultipartContractTest {
    /// Stores in the cloud take no smaller part but the last.
    static final String FIVE_MB = "a".repeat(5 * 1024 * 1024);

    private static final ObjectKey FILM = key("film.mp4");

    private MultipartUpload upload;

    abstract ObjectStore store();

    @BeforeEach
    void begin() {
        upload = store().begin(FILM, TEXT.with(Map.of("rung", "720p")));
    }

    @Test
    void partsComeInAnyOrderAndAreJoinedByNumber() throws IOException {
        var end = part(10, "end");
        var start = part(2, FIVE_MB);

        var stored = store().complete(upload, List.of(start, end));

        assertThat(content()).isEqualTo(FIVE_MB + "end");
        assertThat(store().head(FILM)).isEqualTo(stored);
        assertThat(stored.metadata()).containsEntry("rung", "720p");
    }

    @Test
    void nothingIsSeenBeforeTheUploadIsComplete() {
        part(1, "start");

        assertThatThrownBy(() -> store().head(FILM)).isInstanceOf(ObjectNotFound.class);
        assertThat(store().list("", null, 10).entries()).isEmpty();
    }

    @Test
    void aPartThatComesAgainCountsOnce() throws IOException {
        part(1, "wrong");
        var right = part(1, "right");

        store().complete(upload, List.of(right));

        assertThat(content()).isEqualTo("right");
    }

    @Test
    void onlyThePartsNamedAreJoined() throws IOException {
        var start = part(1, "start");
        part(2, "left out");

        store().complete(upload, List.of(start));

        assertThat(content()).isEqualTo("start");
    }

    @Test
    void aPartThatIsMissingOrWasReplacedIsRefused() {
        var old = part(1, "old");
        part(1, "new");

        assertThatThrownBy(() -> store().complete(upload, List.of(old))).isInstanceOf(ContentMismatch.class);
        assertThatThrownBy(() -> store().complete(upload, List.of(new UploadedPart(2, old.etag()))))
                .isInstanceOf(ContentMismatch.class);
        assertThatThrownBy(() -> store().head(FILM)).isInstanceOf(ObjectNotFound.class);
    }

    @Test
    void partsAreNamedInOrder() {
        var one = part(1, "one");
        var two = part(2, "two");

        assertThatThrownBy(() -> store().complete(upload, List.of(two, one)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store().complete(upload, List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> part(0, "zero")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void completingTwiceAnswersTheSame() {
        var parts = List.of(part(1, "start"));

        var first = store().complete(upload, parts);

        assertThat(store().complete(upload, parts)).isEqualTo(first);
        assertThatThrownBy(() -> part(2, "late")).isInstanceOf(UploadNotFound.class);
    }

    @Test
    void anAbortedUploadIsGone() {
        var part = part(1, "start");

        store().abort(upload);
        store().abort(upload);

        assertThatThrownBy(() -> store().complete(upload, List.of(part))).isInstanceOf(UploadNotFound.class);
        assertThatThrownBy(() -> part(2, "late")).isInstanceOf(UploadNotFound.class);
    }

    @Test
    void anUploadBelongsToItsKey() {
        var stolen = new MultipartUpload(key("other"), upload.id());
        var invented = new MultipartUpload(FILM, "../../../../../../../../../etc/passwd");

        for (var wrong : List.of(stolen, invented)) {
            assertThatThrownBy(() -> store().uploadPart(wrong, 1, Expectation.anything(), stream("x")))
                    .isInstanceOf(UploadNotFound.class);
        }
    }

    @Test
    void aPartIsCheckedLikeAnObject() {
        assertThatThrownBy(() -> store().uploadPart(upload, 1, Expectation.exactly(9), stream("short")))
                .isInstanceOf(ContentMismatch.class);
    }

    @Test
    void aKeyTakenMeanwhileIsRefusedWhereItWasToBeNew() {
        var first = store().begin(FILM, TEXT.onlyIfAbsent());
        var part = store().uploadPart(first, 1, Expectation.anything(), stream("late"));
        store().put(FILM, TEXT, stream("early"));

        assertThatThrownBy(() -> store().complete(first, List.of(part))).isInstanceOf(PreconditionFailed.class);
    }

    @Test
    void twinCallsToCompleteBothSucceed() throws Exception {
        var parts = List.of(part(1, FIVE_MB), part(2, "end"));

        ObjectStoreContractTest.inParallel(4, _ -> store().complete(upload, parts));

        assertThat(store().head(FILM).bytes()).isEqualTo(FIVE_MB.length() + 3);
    }

    UploadedPart part(int number, String content) {
        return store().uploadPart(upload, number, Expectation.anything(), stream(content));
    }

    private String content() throws IOException {
        try (var content = store().get(FILM)) {
            return new String(content.stream().readAllBytes(), UTF_8);
        }
    }
}
