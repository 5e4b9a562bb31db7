package io.streamverse.server.viewers;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;

@Introspected
@Schema(description = "What a viewer's app signs in with.")
record ViewerTokens(
        String viewerId,
        String sessionId,

        @Schema(description = "For `Authorization: Bearer` under /viewer/v1.")
        String accessToken,

        @Schema(description = "Brings the next pair, once. Empty where it is kept as a cookie.")
        String refreshToken,

        @Schema(description = "Until the access token is over.", example = "900")
        long expiresInSeconds) {
    ViewerTokens withoutRefreshToken() {
        return new ViewerTokens(viewerId, sessionId, accessToken, "", expiresInSeconds);
    }

    @Override
    public String toString() {
        return "ViewerTokens of " + viewerId;
    }
}
