package io.streamverse.server.drm;

import io.swagger.v3.oas.annotations.media.Schema;

@Schema(name = "DrmKeyRotation", description = "The tenant key that all content keys are wrapped by from now on.")
record KeyRotationResponse(
        @Schema(description = "1 for the first; goes up by one.")
        int tenantKey) {}
