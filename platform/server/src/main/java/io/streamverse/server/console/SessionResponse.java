package io.streamverse.server.console;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;

/// `token` goes into the header StreamVerse-Console of each request.
@Introspected
record SessionResponse(String token, String environment, Instant expiresAt) {}
