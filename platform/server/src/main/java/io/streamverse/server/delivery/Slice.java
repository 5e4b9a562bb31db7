package io.streamverse.server.delivery;

import io.streamverse.kernel.storage.ObjectKey;
import io.streamverse.media.index.ByteRange;
import java.nio.file.Path;
import java.util.Optional;

/// What an address stands for: bytes of an object, and how many milliseconds of the asset whoever gets them has got.
record Slice(ObjectKey media, Optional<Path> file, ByteRange range, String contentType, long millis) {}
