package io.streamverse.billing.metering;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.List;

/// Something that is counted. `source` names where its usage comes from, `freshness` how long a fact may take to be
/// seen here. Dimensions are the ones its usage may carry; `*` allows any.
public record Meter(
        String code,
        String unit,
        Kind kind,
        boolean external,
        boolean operatorOnly,
        String source,
        Duration freshness,
        String derivation,
        List<String> dimensions) {

    /// A sum adds up what happened. A level is changed by what happened, and integrated over time: bytes become
    /// byte-hours.
    public enum Kind {
        @JsonProperty("sum")
        SUM,
        @JsonProperty("level")
        LEVEL
    }

    public Meter {
        dimensions = List.copyOf(dimensions);
    }

    boolean allows(String dimension) {
        return dimensions.contains("*") || dimensions.contains(dimension);
    }
}
