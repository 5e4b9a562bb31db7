package io.streamverse.kernel.redis;

/// Redis did not answer in time, or cannot. Whether the script ran is not known.
public final class RedisAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RedisAway(String message, Throwable cause) {
        super(message, cause, false, false);
    }

    RedisAway(String message) {
        super(message, null, false, false);
    }
}
