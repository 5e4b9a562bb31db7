package io.streamverse.billing.metering;

import io.streamverse.kernel.tenancy.TenantSpace;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Something that was used, as it is told to the ledger: once for each space, source and id. Of a level, `quantity` is
/// the change.
public record Usage(
        TenantSpace space,
        String source,
        String id,
        String meter,
        BigDecimal quantity,
        Instant at,
        Map<String, String> dimensions) {

    public Usage {
        dimensions = Map.copyOf(dimensions);
    }

    SortedMap<String, String> sorted() {
        return new TreeMap<>(dimensions);
    }
}
