package io.streamverse.worker.tools;

import io.streamverse.worker.work.WorkFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The folder that the tools are unpacked into when the first of them is wanted. Programs that share it take turns;
/// what one of them left half done, the next one does again.
final class ToolFolder {
    /// Two folders in one JVM may be the same one, and a file's lock is the JVM's.
    private static final ReentrantLock TURN = new ReentrantLock();

    private final Path folder;
    private @Nullable Path ready;

    ToolFolder(@Nullable Path folder) {
        this.folder = folder != null
                ? folder.toAbsolutePath()
                : Path.of(
                        System.getProperty("java.io.tmpdir"), "streamverse-worker-" + System.getProperty("user.name"));
    }

    Path find(Program program) throws WorkFailure {
        TURN.lock();
        try {
            var place = ready;
            if (place == null) {
                place = unpack();
                ready = place;
            }
            return place.resolve(program.file());
        } catch (IOException e) {
            throw WorkFailure.passing(
                    "media.tool.missing", "The tools cannot be unpacked into " + folder, e.toString());
        } finally {
            TURN.unlock();
        }
    }

    private Path unpack() throws IOException {
        Files.createDirectories(folder);
        demandOurs();
        var packed = Packed.find();
        try (var lock = FileChannel.open(
                        folder.resolve("tools.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = lock.lock()) {
            return packed.unpackInto(folder);
        }
    }

    /// In a folder for everybody another user could have put programs of his own in our name.
    private void demandOurs() throws IOException {
        var ours = Files.createTempFile(folder, "owner", "");
        try {
            if (!Files.getOwner(folder).equals(Files.getOwner(ours))) {
                throw new IOException(folder + " belongs to " + Files.getOwner(folder));
            }
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        } finally {
            Files.delete(ours);
        }
    }
}
