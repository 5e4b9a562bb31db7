package io.streamverse.billing.plans;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;

/// What `per` units of a meter cost, by tier, beyond the included amount.
public record Price(String meter, Model model, BigDecimal per, List<Tier> tiers) {

    public enum Model {
        /// The tier that the whole quantity reaches prices all of it.
        @JsonProperty("volume")
        VOLUME,
        /// Each tier prices the part of the quantity that lies in it.
        @JsonProperty("graduated")
        GRADUATED,
        /// Each `per` that is begun is paid whole.
        @JsonProperty("package")
        PACKAGE
    }

    public Price {
        tiers = List.copyOf(tiers);
    }
}
