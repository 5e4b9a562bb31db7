package io.streamverse.kernel.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// `span` says which bytes of the object the stream yields.
public record ObjectContent(StoredObject object, Range.Span span, InputStream stream) implements AutoCloseable {
    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
