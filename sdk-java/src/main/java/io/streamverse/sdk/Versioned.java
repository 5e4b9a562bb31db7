package io.streamverse.sdk;

/**
 * A resource and the mark of the state it was read in.
 *
 * @param value the resource
 * @param etag what to hand to {@link RequestOptions#withIfMatch} for a change that must not overwrite somebody else's
 * @param <T> the model
 */
public record Versioned<T>(T value, String etag) {}
