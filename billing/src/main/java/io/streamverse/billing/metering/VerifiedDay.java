package io.streamverse.billing.metering;

import io.streamverse.kernel.tenancy.Environment;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

@Schema(description = "A day of booking, hashed again from its entries.")
record VerifiedDay(
        Environment env,
        LocalDate day,
        @Schema(description = "Entries found.") long entries,

        @Schema(description = "The hash of the last entry, as it was kept.")
        String head,

        boolean intact,

        @Schema(description = "What is wrong first, where something is.") @Nullable
        String fault) {}
