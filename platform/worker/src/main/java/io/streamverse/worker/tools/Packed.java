package io.streamverse.worker.tools;

import java.io.IOException;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// The programs as they lie on the class path: each file's bytes, counted before they are read.
record Packed(Map<String, Long> sizes) {
    /// What FFmpeg asks for only to record from a desktop, and a server has not got.
    private static final Set<String> OF_A_DESKTOP =
            Set.of("libasound.so.2", "libpulse.so.0", "libxcb.so.1", "libxcb-shm.so.0");
    private static final String UNFINISHED = ".part";

    static Packed find() throws IOException {
        var sizes = new LinkedHashMap<String, Long>();
        for (var resource : Program.resources()) {
            var connection = open(resource);
            try (var _ = connection.getInputStream()) {
                sizes.put(resource, connection.getContentLengthLong());
            }
        }
        return new Packed(sizes);
    }

    /// Does nothing where it is done already and nobody cleaned up there since.
    Path unpackInto(Path parent) throws IOException {
        var place = parent.resolve("tools-" + Integer.toHexString(sizes.hashCode()));
        if (isWhole(place)) {
            return place;
        }
        var unfinished = parent.resolve(place.getFileName() + UNFINISHED);
        delete(unfinished);
        delete(place);
        Files.createDirectory(unfinished);
        for (var resource : sizes.keySet()) {
            unpack(resource, unfinished.resolve(nameOf(resource)));
        }
        Elf.forget(unfinished.resolve("libavdevice.so.62"), OF_A_DESKTOP::contains);
        return Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
    }

    private boolean isWhole(Path place) throws IOException {
        for (var packed : sizes.entrySet()) {
            var file = place.resolve(nameOf(packed.getKey()));
            if (!Files.exists(file) || Files.size(file) != packed.getValue()) {
                return false;
            }
        }
        return true;
    }

    private static void unpack(String resource, Path file) throws IOException {
        try (var packed = open(resource).getInputStream()) {
            Files.copy(packed, file);
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static URLConnection open(String resource) throws IOException {
        var url = Packed.class.getResource(resource);
        if (url == null) {
            throw new IOException(resource + " is not on the class path");
        }
        return url.openConnection();
    }

    private static String nameOf(String resource) {
        return resource.substring(resource.lastIndexOf('/') + 1);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
