package io.streamverse.server.uploads;

/// Bytes of an unfinished upload, as an object of their own.
record Piece(String key, long bytes) {}
