package io.streamverse.server.providers;

import java.nio.ByteBuffer;

public record Licence(String contentType, ByteBuffer body) {
    /// To be read by somebody else too.
    public Licence again() {
        return new Licence(contentType, body.asReadOnlyBuffer());
    }

    @Override
    public String toString() {
        return "Licence of " + contentType;
    }
}
