package io.streamverse.server.drm;

import java.nio.ByteBuffer;

public record Licence(String contentType, ByteBuffer body) {}
