package io.streamverse.server.viewers;

import io.streamverse.kernel.tenancy.TenantSpace;
import java.time.Instant;

/// What a token said that we signed.
record VerifiedToken(TenantSpace space, String viewerId, String sessionId, Instant endsAt) {}
