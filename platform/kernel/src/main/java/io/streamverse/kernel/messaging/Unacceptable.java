package io.streamverse.kernel.messaging;

/// A store refuses what is in a batch, and will refuse it at each further try; it takes other batches.
public final class Unacceptable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Unacceptable(String message, Throwable cause) {
        super(message, cause);
    }
}
