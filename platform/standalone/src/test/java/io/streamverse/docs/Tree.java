package io.streamverse.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The checkout as its readers see it.
final class Tree {
    static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Set<String> NOT_WRITTEN_BY_US = Set.of("target", "node_modules");

    private Tree() {}

    static String read(String file) {
        return read(ROOT.resolve(file));
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> names(String folder) {
        try (Stream<Path> entries = Files.list(ROOT.resolve(folder))) {
            return entries.map(it -> it.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What git would show at the top: no build output, nothing hidden.
    static List<String> topFolders() {
        return names("").stream()
                .filter(it -> Files.isDirectory(ROOT.resolve(it)))
                .filter(it -> !it.startsWith(".") && !NOT_WRITTEN_BY_US.contains(it))
                .toList();
    }

    static List<Path> markdown() {
        var found = new ArrayList<Path>();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    var name = folder.getFileName().toString();
                    return !folder.equals(ROOT) && (name.startsWith(".") || NOT_WRITTEN_BY_US.contains(name))
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (file.toString().endsWith(".md")) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
