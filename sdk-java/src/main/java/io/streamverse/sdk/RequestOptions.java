package io.streamverse.sdk;

import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one call does otherwise than its client. Immutable: each {@code with…} gives a copy. Null means: as the client.
 *
 * @param timeout how long one attempt may take
 * @param maxRetries how often the call is repeated after 429, 503 or a broken connection
 * @param idempotencyKey the key under which the platform remembers a {@code POST}; null: a random one per call
 * @param version the dated behaviour of the API to ask for
 * @param ifMatch the {@link Versioned#etag()} that the resource must still have
 */
public record RequestOptions(
        @Nullable Duration timeout,
        @Nullable Integer maxRetries,
        @Nullable String idempotencyKey,
        @Nullable LocalDate version,
        @Nullable String ifMatch) {

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if the timeout is not more than zero, the retries are negative, or a text is
     *     empty or holds a character that a header cannot carry
     */
    public RequestOptions {
        if (timeout != null) {
            positive(timeout);
        }
        if (maxRetries != null) {
            notNegative(maxRetries);
        }
        headerText(idempotencyKey);
        headerText(ifMatch);
    }

    /**
     * Everything as the client has it.
     *
     * @return options that change nothing
     */
    public static RequestOptions none() {
        return new RequestOptions(null, null, null, null, null);
    }

    /**
     * Gives each attempt of this call its own time.
     *
     * @param timeout more than zero
     * @return a copy with it
     */
    public RequestOptions withTimeout(Duration timeout) {
        return new RequestOptions(timeout, maxRetries, idempotencyKey, version, ifMatch);
    }

    /**
     * Repeats this call more or less often.
     *
     * @param maxRetries 0 to never repeat
     * @return a copy with it
     */
    public RequestOptions withMaxRetries(int maxRetries) {
        return new RequestOptions(timeout, maxRetries, idempotencyKey, version, ifMatch);
    }

    /**
     * Names this {@code POST}, so that it happens once even when your program repeats it, after a restart for instance.
     * The same key with another body is refused with {@link ConflictException}.
     *
     * @param idempotencyKey an own, unguessable name, such as a UUID kept with your order
     * @return a copy with it
     */
    public RequestOptions withIdempotencyKey(String idempotencyKey) {
        return new RequestOptions(timeout, maxRetries, idempotencyKey, version, ifMatch);
    }

    /**
     * Asks for the API as it was at a date.
     *
     * @param version a date the API's change log names
     * @return a copy with it
     */
    public RequestOptions withVersion(LocalDate version) {
        return new RequestOptions(timeout, maxRetries, idempotencyKey, version, ifMatch);
    }

    /**
     * Lets a change happen only if nobody else changed the resource since it was read; otherwise the call throws
     * {@link PreconditionFailedException}. Such a call is not repeated once it may have reached the platform, since the
     * second attempt would stumble over the first.
     *
     * @param etag what {@link Versioned#etag()} said
     * @return a copy with it
     */
    public RequestOptions withIfMatch(String etag) {
        return new RequestOptions(timeout, maxRetries, idempotencyKey, version, etag);
    }

    static Duration positive(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("A timeout is more than zero");
        }
        return timeout;
    }

    static int notNegative(int maxRetries) {
        if (maxRetries < 0) {
            throw new IllegalArgumentException("Retries are 0 or more");
        }
        return maxRetries;
    }

    private static void headerText(@Nullable String text) {
        if (text != null && (text.isBlank() || !text.chars().allMatch(it -> it >= ' ' && it < 0x7f))) {
            throw new IllegalArgumentException("An idempotency key or ETag is visible ASCII text");
        }
    }
}
