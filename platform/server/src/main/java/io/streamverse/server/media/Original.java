package io.streamverse.server.media;

import io.streamverse.kernel.storage.ObjectKey;
import org.jspecify.annotations.Nullable;

/// The bytes as they came, in the object store. Who could not sum them up while they came leaves that to the analysis.
public record Original(ObjectKey key, long bytes, @Nullable String sha256) {}
