package io.streamverse.billing.subscriptions;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;

@Schema(description = "When a period ends: with the month, or on the day of the month on which the tenant began.")
public enum Reset {
    @JsonProperty("calendar")
    CALENDAR,
    @JsonProperty("anniversary")
    ANNIVERSARY
}
