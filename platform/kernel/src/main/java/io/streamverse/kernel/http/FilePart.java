package io.streamverse.kernel.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.util.function.LongConsumer;

/// A stretch of an open file, to be the body of an answer. Whoever sends it closes the file and tells `sent`, once, how
/// many bytes left for the client.
public record FilePart(FileChannel file, long from, long bytes, LongConsumer sent) {
    void drop() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
