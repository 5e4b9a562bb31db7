package io.streamverse.engines;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/// Binaries that lie packed in a jar and are unpacked once, into a place named after their content.
record Packed(URI source, String checksum) {
    private static final int OWNER_MAY_RUN = 0100;
    private static final int BUFFER = 1 << 16;

    static Packed find(String resource) {
        var url = Packed.class.getResource("/" + resource);
        if (url == null) {
            throw new IllegalStateException(resource + " is not on the class path");
        }
        try {
            return new Packed(URI.create(url.toString()), Long.toHexString(checksum(url.openConnection())));
        } catch (IOException failure) {
            throw new IllegalStateException(resource + " cannot be read", failure);
        }
    }

    /// A jar knows it already.
    private static long checksum(URLConnection connection) throws IOException {
        if (connection instanceof JarURLConnection jar) {
            return jar.getJarEntry().getCrc();
        }
        try (var content = new CheckedInputStream(connection.getInputStream(), new CRC32())) {
            content.transferTo(OutputStream.nullOutputStream());
            return content.getChecksum().getValue();
        }
    }

    Path unpackProgram(Path parent, String name) {
        return Folders.once(parent.resolve(name + "-" + checksum), place -> {
            try (var packed = source.toURL().openStream()) {
                Files.copy(packed, place);
                Folders.allow(place, "rwxr-xr-x");
            }
        });
    }

    Path unpackTree(Path parent, String name) {
        return Folders.once(parent.resolve(name + "-" + checksum), place -> {
            try (var packed = source.toURL().openStream();
                    var tar = new TarArchiveInputStream(new GZIPInputStream(packed, BUFFER))) {
                for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    unpack(entry, tar, place);
                }
            }
            openFolders(place);
        });
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path root) throws IOException {
        var place = root.resolve(entry.getName());
        Files.createDirectories(
                entry.isDirectory() ? place : place.resolve("..").normalize());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(place, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
            Files.copy(content, place);
            Folders.allow(place, (entry.getMode() & OWNER_MAY_RUN) == 0 ? "rw-r--r--" : "rwxr-xr-x");
        }
    }

    private static void openFolders(Path root) throws IOException {
        try (var tree = Files.walk(root)) {
            for (var folder : tree.filter(Files::isDirectory).toList()) {
                Folders.allow(folder, "rwxr-xr-x");
            }
        }
    }
}
