package io.streamverse.kernel.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamverse.kernel.storage.StorageException.StorageFailed;
import io.streamverse.kernel.storage.StorageException.StorageFull;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalObjectStoreIT extends ObjectStoreContractTest {
    static final byte[] SECRET = new byte[32];

    @TempDir
    Path folder;

    private LocalObjectStore store;

    @BeforeEach
    void open() {
        store = new LocalObjectStore(folder, SECRET, InstantSource.system());
    }

    @Override
    ObjectStore store() {
        return store;
    }

    @Test
    void anotherProcessSeesTheSameObjects() {
        var stored = store.put(key("a"), TEXT, stream("hello"));

        var other = new LocalObjectStore(folder, SECRET, InstantSource.system());

        assertThat(other.head(key("a"))).isEqualTo(stored);
    }

    @Test
    void deletedObjectsLeaveNoFolders() throws IOException {
        store.put(key("a/b/c"), TEXT, stream("hello"));
        store.delete(key("a/b/c"));

        assertThat(folder.resolve("objects")).isEmptyDirectory();
    }

    @Test
    void aRefusedWriteLeavesNothing() throws IOException {
        assertThatThrownBy(() -> store.put(key("a"), TEXT, Expectation.exactly(9), stream("hello")));

        assertThat(folder.resolve("temp")).isEmptyDirectory();
        assertThat(folder.resolve("objects")).isEmptyDirectory();
    }

    @Test
    void theSweepTakesWhatNobodyTouchesAnyMore() throws IOException {
        Files.writeString(folder.resolve("temp/left-by-a-crash"), "half");
        var upload = store.begin(key("a"), TEXT);
        store.uploadPart(upload, 1, Expectation.anything(), stream("start"));
        store.put(key("b"), TEXT, stream("hello"));
        var tomorrow = InstantSource.offset(InstantSource.system(), Duration.ofHours(24));
        var later = new LocalObjectStore(folder, SECRET, tomorrow);

        assertThat(later.sweep(Duration.ofHours(25))).isZero();
        assertThat(later.sweep(Duration.ofHours(23))).isEqualTo(2);
        assertThat(folder.resolve("uploads")).isEmptyDirectory();
        assertThat(read("b")).isEqualTo("hello");
    }

    @Test
    void aPlantedLinkLeadsNowhere(@TempDir Path outside) throws IOException {
        new LocalObjectStore(outside, SECRET, InstantSource.system()).put(key("secret"), TEXT, stream("secret"));
        var objects = folder.resolve("objects");
        Files.createSymbolicLink(objects.resolve("d-out"), outside.resolve("objects"));
        Files.createSymbolicLink(objects.resolve("o-link"), outside.resolve("objects/o-secret"));

        for (var planted : List.of("out/secret", "link")) {
            assertThatThrownBy(() -> store.get(key(planted))).isInstanceOf(StorageFailed.class);
        }
        assertThatThrownBy(() -> store.put(key("out/a/b"), TEXT, stream("x"))).isInstanceOf(StorageFailed.class);
        assertThatThrownBy(() -> store.delete(key("out/secret"))).isInstanceOf(StorageFailed.class);
        assertThat(store.list("", null, 10).entries()).isEmpty();
        assertThat(outside.resolve("objects/o-secret")).exists();
    }

    @Test
    void aFolderReachedThroughALinkIsAFineRoot(@TempDir Path other) throws IOException {
        var link = Files.createSymbolicLink(other.resolve("link"), folder);

        new LocalObjectStore(link, SECRET, InstantSource.system()).put(key("a"), TEXT, stream("hello"));

        assertThat(read("a")).isEqualTo("hello");
    }

    @Test
    void aDamagedFileIsAFailureNotAnObject() throws IOException {
        store.put(key("a"), TEXT, stream("hello"));
        Files.writeString(folder.resolve("objects/o-a"), "hello");

        assertThatThrownBy(() -> store.get(key("a"))).isInstanceOf(StorageFailed.class);
    }

    @Test
    void aFullDiskHasAName() {
        assertThatThrownBy(() -> Attempt.at(folder, () -> {
                    try (var full = new FileOutputStream("/dev/full")) {
                        full.write(1);
                    }
                    return "written";
                }))
                .isInstanceOf(StorageFull.class)
                .hasMessage("The storage has no space left");
    }

    @Test
    void whatCannotFitIsRefusedBeforeItsFirstByte() {
        var unread = stream("hello");

        assertThatThrownBy(() -> store.put(key("a"), TEXT, Expectation.exactly(Long.MAX_VALUE), unread))
                .isInstanceOf(StorageFull.class);
        assertThat(unread).hasContent("hello");
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        var file = Files.createFile(folder.resolve("a-file"));

        assertThatThrownBy(() -> new LocalObjectStore(file, SECRET, InstantSource.system()))
                .isInstanceOf(StorageFailed.class)
                .hasMessageContaining("a-file");
    }
}
