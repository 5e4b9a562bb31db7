package io.streamverse.server.custody;

import org.jspecify.annotations.Nullable;

/// A secret as it may be written down. Without a number it was closed under the platform's secret itself, as all were
/// before tenants had keys.
public record Closed(@Nullable Integer tenantKey, String text) {}
