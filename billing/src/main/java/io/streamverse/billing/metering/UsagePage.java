package io.streamverse.billing.metering;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Schema(description = "All of it: usage has no second page.")
record UsagePage(
        List<UsageResponse> data, boolean hasMore, @Nullable String next) {
    UsagePage {
        data = List.copyOf(data);
    }

    static UsagePage of(List<UsageResponse> rows) {
        return new UsagePage(rows, false, null);
    }
}
