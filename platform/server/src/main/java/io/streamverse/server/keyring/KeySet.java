package io.streamverse.server.keyring;

import io.streamverse.media.protection.KeyTier;
import java.util.Map;

/// The keys of one version of an asset. `id` is that of the first, and finds all of them.
public record KeySet(String id, Map<KeyTier, String> keys) {}
