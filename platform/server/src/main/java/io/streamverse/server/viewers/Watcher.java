package io.streamverse.server.viewers;

import org.jspecify.annotations.Nullable;

/// Who calls: the log-in, and the profile that was named or the first; none where the named one is not the viewer's.
public record Watcher(ViewerSession session, @Nullable ViewerProfile profile) {}
