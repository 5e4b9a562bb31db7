package io.streamverse.server.media;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

@Schema(name = "Thumbnail", description = "A picture that could stand for the film.")
record ThumbnailResponse(
        @Schema(description = "Needs no key; on the API's host where it names none.")
        String url,

        Instant expiresAt) {}
