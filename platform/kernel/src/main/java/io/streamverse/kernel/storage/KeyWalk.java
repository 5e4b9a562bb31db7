package io.streamverse.kernel.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One page of keys, in order, reading only the folders that can hold some of them.
final class KeyWalk {
    private final byte[] prefix;
    private final byte[] after;
    private final int limit;
    private final List<ObjectPage.Entry> found = new ArrayList<>();

    KeyWalk(String prefix, @Nullable String after, int limit) {
        this.prefix = prefix.getBytes(UTF_8);
        this.after = after == null ? new byte[0] : after.getBytes(UTF_8);
        this.limit = limit;
    }

    ObjectPage page(Path root) throws IOException {
        visit(root, new byte[0]);
        if (found.size() <= limit) {
            return new ObjectPage(found, null);
        }
        var entries = found.subList(0, limit);
        return new ObjectPage(entries, entries.getLast().key().value());
    }

    private void visit(Path folder, byte[] name) throws IOException {
        for (var child : children(folder).entrySet()) {
            if (found.size() > limit) {
                return;
            }
            var path = child.getValue();
            var childName = concat(name, child.getKey());
            if (KeyPaths.isObject(path)) {
                addIfWanted(path, childName);
            } else if (canHoldWanted(childName) && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                visit(path, childName);
            }
        }
    }

    private void addIfWanted(Path file, byte[] name) throws IOException {
        var isWanted = startsWith(name, prefix) && Arrays.compareUnsigned(name, after) > 0;
        if (!isWanted || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var object = ObjectFile.open(file)) {
            var stored = object.describe(new ObjectKey(new String(name, UTF_8)));
            found.add(new ObjectPage.Entry(stored.key(), stored.bytes(), stored.etag(), stored.storedAt()));
        } catch (NoSuchFileException e) {
            // Deleted since the folder was read.
        }
    }

    private boolean canHoldWanted(byte[] folder) {
        var mayMatch = startsWith(folder, prefix) || startsWith(prefix, folder);
        return mayMatch && (startsWith(after, folder) || Arrays.compareUnsigned(folder, after) > 0);
    }

    private static SortedMap<byte[], Path> children(Path folder) throws IOException {
        var children = new TreeMap<byte[], Path>(Arrays::compareUnsigned);
        try (var paths = Files.newDirectoryStream(folder)) {
            for (var path : paths) {
                children.put(KeyPaths.bytesOf(path), path);
            }
        } catch (NoSuchFileException e) {
            // Pruned since it was seen.
        }
        return children;
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    private static byte[] concat(byte[] one, byte[] other) {
        var both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
