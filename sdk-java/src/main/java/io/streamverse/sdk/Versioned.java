package io.streamverse.sdk;

import org.jspecify.annotations.Nullable;

/**
 * A resource and the mark of the state it was read in.
 *
 * @param value the resource
 * @param etag what to hand to {@link RequestOptions#withIfMatch} for a change that must not overwrite somebody else's;
 *     null where the platform gave none
 * @param <T> the model
 */
public record Versioned<T>(T value, @Nullable String etag) {}
