package io.streamverse.worker.fetch;

import io.streamverse.worker.work.Desk;
import io.streamverse.worker.work.WorkFailure;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A file that grows over several answers, as long as the server says that it is still the same.
final class Download implements Closeable {
    private static final int PROGRESS_BYTES = 4 << 20;
    private final Path path;
    private final RandomAccessFile file;
    private final long most;
    private final Desk desk;
    private final Parts parts;
    private long received;
    private long expected = -1;
    private @Nullable String version;

    Download(Path path, long most, Desk desk, Parts parts) throws IOException, InterruptedException {
        this.path = path;
        this.parts = parts;
        this.version = parts.restore(path);
        this.file = new RandomAccessFile(path.toFile(), "rw");
        if (version == null) {
            startOver();
        } else {
            received = file.length();
            file.seek(received);
        }
        this.most = most;
        this.desk = desk;
    }

    /// What the next request says, so that its answer goes on where the last one broke off.
    Map<String, String> conditions() {
        return received > 0 && version != null
                ? Map.of("Range", "bytes=" + received + "-", "If-Range", version)
                : Map.of();
    }

    long received() {
        return received;
    }

    double share() {
        return expected > 0 ? Math.min(1, (double) received / expected) : 0;
    }

    /// Ends quietly only with the end of the file.
    void take(Answer answer) throws WorkFailure, IOException, InterruptedException {
        if (answer.status() == 416) {
            startOver();
            throw new IOException("The server has no more of the file");
        }
        if (answer.status() != 200 && answer.status() != 206) {
            throw FetchFailure.answer(answer.status());
        }
        if (answer.isPacked()) {
            throw FetchFailure.packed();
        }
        if (answer.status() == 206 && !continues(answer)) {
            startOver();
            throw new IOException("The server went on elsewhere");
        }
        if (answer.status() == 200) {
            startOver();
        }
        version = strong(answer.header("etag"));
        var length = answer.length();
        expected = length.isPresent() ? received + length.getAsLong() : -1;
        if (expected > most) {
            throw FetchFailure.tooLarge(most);
        }
        copy(answer.body());
        if (expected >= 0 && received < expected) {
            throw new EOFException("The connection broke");
        }
    }

    private boolean continues(Answer answer) {
        var range = answer.headers().getOrDefault("content-range", "");
        return received > 0 && range.startsWith("bytes " + received + "-");
    }

    private void startOver() throws IOException {
        received = 0;
        version = null;
        parts.forget();
        file.setLength(0);
        file.seek(0);
    }

    /// A weak tag is only like the other, byte for byte is what counts here.
    private static @Nullable String strong(@Nullable String etag) {
        return etag != null && etag.matches("\"[!#-~]*\"") ? etag : null;
    }

    private void copy(InputStream body) throws WorkFailure, IOException, InterruptedException {
        var buffer = new byte[1 << 16];
        var told = received;
        for (var n = read(body, buffer); n > 0; n = read(body, buffer)) {
            if (received + n > most) {
                throw FetchFailure.tooLarge(most);
            }
            file.write(buffer, 0, n);
            received += n;
            if (received - told >= PROGRESS_BYTES) {
                told = received;
                desk.progress(share());
            }
            if (version != null) {
                parts.keep(path, received, version);
            }
        }
    }

    private int read(InputStream body, byte[] buffer) throws IOException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        var wanted = expected < 0 ? buffer.length : (int) Math.min(buffer.length, expected - received);
        return wanted == 0 ? -1 : body.read(buffer, 0, wanted);
    }

    String finish() throws IOException {
        file.close();
        try (var content = Files.newInputStream(path)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[1 << 20];
            for (var n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
