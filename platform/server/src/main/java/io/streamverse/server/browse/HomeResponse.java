package io.streamverse.server.browse;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Schema(name = "Home", description = "What a viewer sees first.")
record HomeResponse(
        @Schema(description = "To be shown large; absent where there is nothing yet.") @Nullable
        ViewerTitleResponse featured,

        @Schema(description = "None of them is empty.") List<Rail> rails) {

    @Schema(name = "HomeRail")
    record Rail(RailName name, List<ViewerTitleResponse> titles) {}
}
