package io.streamverse.billing.plans;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

@Schema(name = "MeterPrice", description = "What a meter costs beyond its included amount.")
public record Price(
        @Schema(example = "transcode.cpu") String meter,
        Model model,

        @Schema(description = "The units that a price is for: 60000 for a price per minute of a meter in ms.")
        BigDecimal per,

        @Schema(description = "In rising order. A package has one.")
        List<Tier> tiers) {

    @Schema(
            name = "PriceModel",
            description = "`graduated`: each tier prices the part that lies in it. `volume`: the tier that the quantity"
                    + " reaches prices all of it, so that one unit more may cost less. `package`: each `per` that is"
                    + " begun is paid whole.")
    public enum Model {
        @JsonProperty("volume")
        VOLUME,
        @JsonProperty("graduated")
        GRADUATED,
        @JsonProperty("package")
        PACKAGE
    }

    public Price {
        tiers = List.copyOf(Objects.requireNonNullElse(tiers, List.of()));
    }
}
