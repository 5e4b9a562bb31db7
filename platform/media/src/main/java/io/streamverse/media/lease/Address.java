package io.streamverse.media.lease;

/// Signed; relative to the server's where it begins with a slash.
public record Address(String key, String url) {}
