package io.streamverse.billing.metering;

import io.streamverse.kernel.tenancy.TenantSpace;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// Something that was used, as it is told to the ledger: once for each space, source and id. Of a level, `quantity` is
/// the change. Dimensions are sorted by their names.
public record Usage(
        TenantSpace space,
        String source,
        String id,
        String meter,
        BigDecimal quantity,
        Instant at,
        Map<String, String> dimensions) {

    public Usage {
        dimensions = Collections.unmodifiableSortedMap(new TreeMap<>(dimensions));
    }
}
