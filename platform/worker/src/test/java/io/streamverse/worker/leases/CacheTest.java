package io.streamverse.worker.leases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheTest {
    private final AtomicInteger downloads = new AtomicInteger();

    @TempDir
    Path folder;

    @Test
    void whatIsThereIsNotLoadedAgain() throws Exception {
        var cache = cache(100);
        cache.release(cache.fetch("a", 10, this::load));

        var copy = cache.fetch("a", 10, this::load);

        assertThat(copy.file()).hasSize(10);
        assertThat(downloads).hasValue(1);
    }

    @Test
    void theLongestUnusedGoesFirst() throws Exception {
        var cache = cache(30);
        for (var key : new String[] {"a", "b", "c", "a", "d"}) {
            cache.release(cache.fetch(key, 10, this::load));
        }
        assertThat(downloads).hasValue(4);
        assertThat(cache.bytes()).isEqualTo(30);

        cache.release(cache.fetch("a", 10, this::load));
        assertThat(downloads).hasValue(4);
        cache.release(cache.fetch("b", 10, this::load));
        assertThat(downloads).hasValue(5);
    }

    @Test
    void whatIsInUseStays() throws Exception {
        var cache = cache(10);
        var used = cache.fetch("a", 10, this::load);

        cache.release(cache.fetch("b", 10, this::load));

        assertThat(used.file()).exists();
    }

    @Test
    void aDownloadThatBreaksLeavesNothing() throws Exception {
        var cache = cache(100);
        assertThatThrownBy(() -> cache.fetch("a", 10, file -> {
                    Files.write(file, new byte[3]);
                    throw new IOException("away");
                }))
                .hasMessage("away");

        assertThat(cache.fetch("a", 10, this::load).file()).hasSize(10);
    }

    @Test
    void aRestartFindsWholeCopiesOnly() throws Exception {
        cache(100).fetch("a", 10, this::load);
        Files.write(folder.resolve("cache").resolve("x.part"), new byte[5]);

        var again = cache(100);
        again.fetch("a", 10, this::load);

        assertThat(downloads).hasValue(1);
        assertThat(again.bytes()).isEqualTo(10);
        assertThat(folder.resolve("cache").resolve("x.part")).doesNotExist();
    }

    @Test
    void ofManyWhoWantTheSameOneLoadsIt() throws Exception {
        var cache = cache(100);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, 50)
                    .mapToObj(_ -> threads.submit(() -> cache.fetch("a", 10, this::load)))
                    .toList();
            for (var one : all) {
                assertThat(one.get().file()).hasSize(10);
            }
        }
        assertThat(downloads).hasValue(1);
    }

    private Cache cache(long bytes) {
        return new Cache(new LeasesConfig(URI.create("http://localhost"), "x", "test", 1, folder, bytes));
    }

    private void load(Path file) throws IOException {
        downloads.incrementAndGet();
        Files.write(file, new byte[10]);
    }
}
