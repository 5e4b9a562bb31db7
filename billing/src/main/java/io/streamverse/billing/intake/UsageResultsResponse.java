package io.streamverse.billing.intake;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

@Schema(name = "UsageResults", description = "In the order of the events.")
record UsageResultsResponse(List<UsageResult> results) {
    UsageResultsResponse {
        results = List.copyOf(results);
    }
}
