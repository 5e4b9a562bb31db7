package io.streamverse.media.lease;

import java.util.List;

/// The etags of all parts, in order.
public record OutputParts(int attempt, String name, List<String> etags) {}
