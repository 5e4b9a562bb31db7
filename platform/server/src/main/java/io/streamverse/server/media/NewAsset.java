package io.streamverse.server.media;

import java.util.Map;
import org.jspecify.annotations.Nullable;

public record NewAsset(String name, @Nullable String externalId, Map<String, String> metadata, boolean keepOriginal) {}
