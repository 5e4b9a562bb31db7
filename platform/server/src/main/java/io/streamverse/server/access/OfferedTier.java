package io.streamverse.server.access;

import java.util.Map;

/// A tier as it is shown to those who might want it.
public record OfferedTier(Tier tier, Map<String, TierText> texts) {}
