package io.streamverse.kernel.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamverse.kernel.storage.StorageException.ContentMismatch;
import io.streamverse.kernel.storage.StorageException.ObjectNotFound;
import io.streamverse.kernel.storage.StorageException.ObjectTooLarge;
import io.streamverse.kernel.storage.StorageException.PreconditionFailed;
import io.streamverse.kernel.storage.StorageException.RangeNotSatisfiable;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What every store does alike.
abstract class ObjectStoreContractTest {
    static final NewObject TEXT = NewObject.of("text/plain");

    /// Empty at the start of a test, the same until its end.
    abstract ObjectStore store();

    @Test
    void whatIsPutCanBeRead() {
        var object = NewObject.of("video/mp4").with(Map.of("rung", "720p", "made-by", "a worker"));

        var stored = store().put(key("a/b.mp4"), object, stream("hello"));

        assertThat(read("a/b.mp4")).isEqualTo("hello");
        assertThat(store().head(key("a/b.mp4"))).isEqualTo(stored);
        assertThat(stored.bytes()).isEqualTo(5);
        assertThat(stored.contentType()).isEqualTo("video/mp4");
        assertThat(stored.metadata()).isEqualTo(object.metadata());
    }

    @Test
    void anObjectMayBeEmpty() {
        store().put(key("empty"), TEXT, Expectation.exactly(0), stream(""));

        assertThat(read("empty")).isEmpty();
        assertThat(store().head(key("empty")).bytes()).isZero();
    }

    @Test
    void aSecondWriteReplacesTheFirst() {
        var first = store().put(key("a"), TEXT, stream("first"));
        var second = store().put(key("a"), NewObject.of("text/html"), stream("second"));

        assertThat(read("a")).isEqualTo("second");
        assertThat(store().head(key("a")).contentType()).isEqualTo("text/html");
        assertThat(second.etag()).isNotEqualTo(first.etag());
    }

    @Test
    void whoReadsAnOldObjectReadsItToItsEnd() throws IOException {
        store().put(key("a"), TEXT, stream("first"));

        try (var old = store().get(key("a"))) {
            store().put(key("a"), TEXT, stream("second"));
            store().delete(key("a"));

            assertThat(old.stream().readAllBytes()).asString(UTF_8).isEqualTo("first");
        }
    }

    @Test
    void aTakenKeyIsRefusedWhereItWasToBeNew() {
        store().put(key("a"), TEXT.onlyIfAbsent(), stream("first"));

        assertThatThrownBy(() -> store().put(key("a"), TEXT.onlyIfAbsent(), stream("second")))
                .isInstanceOf(PreconditionFailed.class);
        assertThat(read("a")).isEqualTo("first");
    }

    @Test
    void ofManyFirstWritersOneWins() throws Exception {
        var winners = Collections.synchronizedList(new ArrayList<String>());

        inParallel(16, writer -> {
            try {
                store().put(key("race"), TEXT.onlyIfAbsent(), stream("writer " + writer));
                winners.add("writer " + writer);
            } catch (PreconditionFailed e) {
                assertThat(e).hasMessageContaining("race");
            }
        });

        assertThat(winners).containsExactly(read("race"));
    }

    @Test
    void aReaderNeverSeesHalfAnObject() throws Exception {
        store().put(key("a"), TEXT, stream("0".repeat(10_000)));

        inParallel(8, worker -> {
            for (var round = 0; round < 20; round++) {
                var letter = String.valueOf(worker);
                store().put(key("a"), TEXT, stream(letter.repeat(10_000 + 1_000 * worker)));
                var seen = read("a");
                assertThat(seen).hasSize(10_000 + 1_000 * (seen.charAt(0) - '0'));
                assertThat(seen.chars().distinct().count()).isEqualTo(1);
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"0,0,h", "0,4,hello", "1,3,ell", "4,4,o", "3,99,lo"})
    void aRangeNamesItsFirstAndItsLastByte(long first, long last, String expected) throws IOException {
        store().put(key("a"), TEXT, stream("hello"));

        try (var content = store().get(key("a"), Range.of(first, last))) {
            assertThat(content.stream().readAllBytes()).asString(UTF_8).isEqualTo(expected);
            assertThat(content.span()).isEqualTo(new Range.Span(first, expected.length()));
            assertThat(content.object().bytes()).isEqualTo(5);
        }
    }

    @ParameterizedTest
    @CsvSource({"1,o", "5,hello", "9,hello"})
    void aSuffixNamesItsLength(long length, String expected) throws IOException {
        store().put(key("a"), TEXT, stream("hello"));

        try (var content = store().get(key("a"), Range.suffix(length))) {
            assertThat(content.stream().readAllBytes()).asString(UTF_8).isEqualTo(expected);
        }
    }

    @Test
    void aRangeBeyondTheEndIsRefusedWithTheLength() {
        store().put(key("a"), TEXT, stream("hello"));
        store().put(key("empty"), TEXT, stream(""));

        assertThatThrownBy(() -> store().get(key("a"), Range.from(5)))
                .isInstanceOfSatisfying(
                        RangeNotSatisfiable.class, e -> assertThat(e.bytes()).isEqualTo(5));
        assertThatThrownBy(() -> store().get(key("a"), Range.suffix(0))).isInstanceOf(RangeNotSatisfiable.class);
        assertThatThrownBy(() -> store().get(key("empty"), Range.from(0))).isInstanceOf(RangeNotSatisfiable.class);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        store().put(key("a/b"), TEXT, stream("hello"));

        for (var missing : List.of("a", "a/c", "a/b/c", "b")) {
            assertThatThrownBy(() -> store().get(key(missing))).isInstanceOf(ObjectNotFound.class);
            assertThatThrownBy(() -> store().head(key(missing))).isInstanceOf(ObjectNotFound.class);
        }
    }

    @Test
    void deletingTwiceIsDeletingOnce() {
        store().put(key("a/b/c"), TEXT, stream("hello"));

        store().delete(key("a/b/c"));
        store().delete(key("a/b/c"));

        assertThatThrownBy(() -> store().head(key("a/b/c"))).isInstanceOf(ObjectNotFound.class);
    }

    @Test
    void writersAndDeletersOfNeighboursDoNotDisturbEachOther() throws Exception {
        inParallel(8, worker -> {
            for (var round = 0; round < 25; round++) {
                var mine = key("deep/er/" + worker);
                store().put(mine, TEXT, stream("hello"));
                assertThat(store().head(mine).bytes()).isEqualTo(5);
                store().delete(mine);
            }
        });

        assertThat(store().list("", null, 10).entries()).isEmpty();
    }

    @Test
    void aChecksumThatFitsIsAccepted() {
        var bytes = "hello".getBytes(UTF_8);
        var crc32c = new CRC32C();
        crc32c.update(bytes);
        var sums = List.of(
                Checksum.sha256("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"),
                Checksum.crc32c(HexFormat.of().toHexDigits((int) crc32c.getValue())));

        for (var sum : sums) {
            store().put(key("a"), TEXT, Expectation.exactly(5).with(sum), stream("hello"));
        }

        assertThat(read("a")).isEqualTo("hello");
    }

    @Test
    void contentThatIsNotWhatWasAnnouncedIsNotKept() {
        var zeros = Checksum.sha256("0".repeat(64));
        var wrong = List.of(
                Expectation.exactly(6),
                Expectation.anything().with(zeros),
                Expectation.anything().with(Checksum.crc32c("00000000")));

        for (var expectation : wrong) {
            assertThatThrownBy(() -> store().put(key("a"), TEXT, expectation, stream("hello")))
                    .isInstanceOf(ContentMismatch.class);
        }
        assertThatThrownBy(() -> store().put(key("a"), TEXT, Expectation.atMost(4), stream("hello")))
                .isInstanceOf(ObjectTooLarge.class);
        assertThatThrownBy(() -> store().head(key("a"))).isInstanceOf(ObjectNotFound.class);
    }

    @Test
    void aStreamThatBreaksOffLeavesTheOldObject() {
        store().put(key("a"), TEXT, stream("first"));

        assertThatThrownBy(() -> store().put(key("a"), TEXT, new Torn("half of")))
                .isInstanceOf(ContentMismatch.class)
                .hasRootCauseMessage("connection reset");
        assertThat(read("a")).isEqualTo("first");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CON",
                "con",
                ".git",
                "a.",
                "~",
                "a b",
                "a\\b",
                "%2e%2e",
                "a:b*?\"<>|",
                "Ünïcødé/😀",
                "e\u0301",
                "\u202Egpj.exe",
                "o-a",
                "d-a/o-b",
                "-rf",
                "manifest.json",
            })
    void aStrangeNameIsANameLikeAnyOther(String name) {
        store().put(key(name), TEXT, stream(name));

        assertThat(read(name)).isEqualTo(name);
        assertThat(store().list("", null, 10).entries())
                .extracting(entry -> entry.key().value())
                .containsExactly(name);
    }

    @Test
    void keysThatSomeFileSystemsFoldStayApart() {
        var names = List.of("A", "a", "a/A", "a/a", "\u00e9", "e\u0301");

        names.forEach(name -> store().put(key(name), TEXT, stream("content of " + name)));

        assertThat(names).allSatisfy(name -> assertThat(read(name)).isEqualTo("content of " + name));
    }

    @Test
    void keysMayBeAsLongAsTheyAre() {
        var names = List.of(
                "x".repeat(1024), "Ü".repeat(512), "abcdefghijklmno/".repeat(64).substring(1) + "p", "😀".repeat(256));

        names.forEach(name -> store().put(key(name), TEXT, stream("long")));

        assertThat(names).allSatisfy(name -> assertThat(read(name)).isEqualTo("long"));
    }

    @Test
    void aListIsInOrderAndPagesDoNotOverlap() {
        var random = new Random(7);
        var names = new TreeSet<ObjectKey>();
        while (names.size() < 150) {
            names.add(anyKey(random));
        }
        names.forEach(name -> store().put(name, TEXT, stream("x")));

        assertThat(walk("", 7)).containsExactlyElementsOf(names);
        assertThat(walk("a", 3))
                .containsExactlyElementsOf(
                        names.stream().filter(it -> it.value().startsWith("a")).toList());
        assertThat(walk("zzz", 3)).isEmpty();
    }

    @Test
    void aPageTellsWhatIsNeededToCountBytes() {
        var stored = store().put(key("a/b"), TEXT, stream("hello"));

        var page = store().list("a/", null, 1);

        assertThat(page.entries())
                .containsExactly(new ObjectPage.Entry(stored.key(), 5, stored.etag(), stored.storedAt()));
        assertThat(page.next()).isNull();
    }

    @Test
    void aListGoesOnWhereItWasWhenKeysComeAndGo() {
        List.of("a", "b", "c", "d").forEach(name -> store().put(key(name), TEXT, stream("x")));
        var first = store().list("", null, 2);

        store().delete(key("b"));
        store().put(key("a1"), TEXT, stream("x"));

        assertThat(store().list("", first.next(), 9).entries())
                .extracting(entry -> entry.key().value())
                .containsExactly("c", "d");
    }

    static ObjectKey key(String value) {
        return new ObjectKey(value);
    }

    static InputStream stream(String content) {
        return new ByteArrayInputStream(content.getBytes(UTF_8));
    }

    String read(String key) {
        try (var content = store().get(key(key))) {
            return new String(content.stream().readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static void inParallel(int workers, Work work) throws InterruptedException, ExecutionException {
        try (var executor = Executors.newFixedThreadPool(workers)) {
            var tasks = new ArrayList<Callable<@Nullable Void>>();
            for (var worker = 0; worker < workers; worker++) {
                var number = worker;
                tasks.add(() -> {
                    work.run(number);
                    return null;
                });
            }
            for (Future<?> done : executor.invokeAll(tasks)) {
                done.get();
            }
        }
    }

    interface Work {
        void run(int worker) throws Exception;
    }

    private List<ObjectKey> walk(String prefix, int limit) {
        var keys = new ArrayList<ObjectKey>();
        @Nullable String next = null;
        do {
            var page = store().list(prefix, next, limit);
            page.entries().forEach(entry -> keys.add(entry.key()));
            next = page.next();
        } while (next != null);
        return keys;
    }

    private static ObjectKey anyKey(Random random) {
        var letters = List.of("a", "b", "-", "/x", ".b", "A", "~", "é", "😀", "\uFFFD", "a".repeat(63), "a".repeat(64));
        return key(random.ints(1 + random.nextInt(4), 0, letters.size())
                .mapToObj(letters::get)
                .collect(Collectors.joining("", random.nextBoolean() ? "a" : "b/a", "")));
    }

    private static final class Torn extends FilterInputStream {
        Torn(String half) {
            super(stream(half));
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            var count = super.read(target, offset, length);
            if (count < 0) {
                throw new IOException("connection reset");
            }
            return count;
        }
    }
}
