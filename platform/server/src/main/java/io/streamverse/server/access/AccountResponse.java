package io.streamverse.server.access;

import io.streamverse.server.viewers.ViewerAccount;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Schema(name = "ViewerAccount", description = "Who is signed in, and what they have.")
record AccountResponse(
        String id,

        @Schema(description = "Where the account is ours.") @Nullable
        String email,

        @Nullable String name,

        @Schema(description = "BCP 47.", example = "fr") @Nullable
        String locale,

        Instant createdAt,

        @Schema(description = "The best tier there is a grant of; none: what is free.", example = "premium") @Nullable
        String tier) {

    static AccountResponse of(ViewerAccount it, @Nullable Tier tier) {
        return new AccountResponse(
                it.id(), it.email(), it.name(), it.locale(), it.createdAt(), tier == null ? null : tier.name());
    }
}
