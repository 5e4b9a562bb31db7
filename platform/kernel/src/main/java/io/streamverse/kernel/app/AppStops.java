package io.streamverse.kernel.app;

/// Told before the last requests are waited for: whoever keeps one open answers it now.
public record AppStops() {}
