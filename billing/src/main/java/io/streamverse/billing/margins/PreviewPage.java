package io.streamverse.billing.margins;

import io.streamverse.kernel.http.Page;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Schema(name = "PlanPreviews", description = "The effect on each tenant of the plan, newest tenant first.")
record PreviewPage(
        List<Preview> data, boolean hasMore, @Nullable String next) {
    static PreviewPage of(Page<Preview> page) {
        return new PreviewPage(page.data(), page.hasMore(), page.next());
    }
}
