package io.streamverse.server.manifests;

import io.streamverse.media.index.Scheme;
import java.util.List;

/// An asset as one kind of viewer gets it: `variant` names it in addresses, and is the same for all who get the same.
public record Showing(String variant, Scheme scheme, List<String> tracks) {}
