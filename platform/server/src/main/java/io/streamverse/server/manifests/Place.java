package io.streamverse.server.manifests;

/// Where a manifest is, in the words of its address: `/m/<space>/<asset>/<version>/<variant>/<file>`. Whoever checked
/// the token put the space's tenant in charge.
record Place(String space, String asset, int version, String variant, String file) {}
