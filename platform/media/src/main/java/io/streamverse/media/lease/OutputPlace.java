package io.streamverse.media.lease;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where to put a file: in one go where there is no `upload`, else in parts of `partBytes`, the last one shorter.
public record OutputPlace(String key, @Nullable String upload, long partBytes, List<String> urls) {}
