package io.streamverse.kernel.storage;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import software.amazon.awssdk.core.sync.RequestBody;

/// A stream that was checked before its first byte goes out, and that can be sent again. Its file has no name any more,
/// so that nothing is left of it whatever happens.
record Spooled(FileChannel file, long bytes) implements AutoCloseable {
    private static final Path FOLDER = Path.of(System.getProperty("java.io.tmpdir"));

    static Spooled of(InputStream content, Expectation expected) {
        return Attempt.at(FOLDER, () -> {
            var path = Files.createTempFile(FOLDER, "object", null);
            var file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                Files.delete(path);
                Intake.copy(content, file, expected);
                return new Spooled(file, file.position());
            } catch (IOException | RuntimeException e) {
                file.close();
                throw e;
            }
        });
    }

    RequestBody body() {
        return RequestBody.fromContentProvider(this::content, bytes, "application/octet-stream");
    }

    private InputStream content() {
        return new FilterInputStream(new FileSlice(file, new Range.Span(0, bytes))) {
            @Override
            public void close() {}
        };
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
