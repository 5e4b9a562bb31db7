package io.streamverse.billing.quotas;

import com.fasterxml.jackson.annotation.JsonProperty;

enum Enforcement {
    @JsonProperty("hard")
    HARD,
    @JsonProperty("soft")
    SOFT
}
