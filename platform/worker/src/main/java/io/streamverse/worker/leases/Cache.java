package io.streamverse.worker.leases;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/// Copies of objects, for all tasks of this worker; the one longest unused goes first where room is needed. What a task
/// uses stays, even where it alone is more than the bound.
@Singleton
class Cache {
    private static final String UNFINISHED = ".part";
    private final Path folder;
    private final long most;
    private final Map<String, Copy> copies = new HashMap<>();
    private long uses;

    Cache(LeasesConfig config) {
        this.folder = config.folder().resolve("cache").toAbsolutePath();
        this.most = config.cache();
        findWhatIsThere();
    }

    interface Download {
        void into(Path file) throws IOException, InterruptedException;
    }

    static final class Copy {
        private final ReentrantLock loading = new ReentrantLock();
        private final Path file;
        private long bytes;
        private boolean whole;
        private int users;
        private long lastUse;

        private Copy(Path file) {
            this.file = file;
        }

        Path file() {
            return file;
        }
    }

    /// Kept until it is released. Of several who want the same at once, one loads it.
    Copy fetch(String key, long bytes, Download download) throws IOException, InterruptedException {
        var copy = use(name(key));
        var kept = false;
        copy.loading.lockInterruptibly();
        try {
            if (!copy.whole) {
                makeRoom(bytes);
                var unfinished = folder.resolve(name(key) + UNFINISHED);
                download.into(unfinished);
                Files.move(unfinished, copy.file, StandardCopyOption.REPLACE_EXISTING);
                loaded(copy, Files.size(copy.file));
            }
            kept = true;
            return copy;
        } finally {
            copy.loading.unlock();
            if (!kept) {
                release(copy);
            }
        }
    }

    synchronized void release(Copy copy) {
        copy.users--;
    }

    synchronized long bytes() {
        return copies.values().stream().mapToLong(it -> it.bytes).sum();
    }

    private synchronized Copy use(String name) {
        var copy = copies.computeIfAbsent(name, it -> new Copy(folder.resolve(it)));
        copy.users++;
        copy.lastUse = ++uses;
        return copy;
    }

    private synchronized void loaded(Copy copy, long bytes) {
        copy.bytes = bytes;
        copy.whole = true;
    }

    private synchronized void makeRoom(long bytes) throws IOException {
        var unused = copies.entrySet().stream()
                .filter(it -> it.getValue().users == 0)
                .sorted(Comparator.comparingLong(it -> it.getValue().lastUse))
                .toList();
        for (var one : unused) {
            if (bytes() + bytes <= most) {
                return;
            }
            Files.deleteIfExists(one.getValue().file);
            copies.remove(one.getKey());
        }
    }

    private void findWhatIsThere() {
        try {
            Files.createDirectories(folder);
            try (var files = Files.list(folder)) {
                for (var file : files.toList()) {
                    find(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void find(Path file) throws IOException {
        var name = file.getFileName().toString();
        if (name.endsWith(UNFINISHED)) {
            Files.delete(file);
        } else {
            var copy = new Copy(file);
            loaded(copy, Files.size(file));
            copies.put(name, copy);
        }
    }

    private static String name(String key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
