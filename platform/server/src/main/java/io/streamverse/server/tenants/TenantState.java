package io.streamverse.server.tenants;

import com.fasterxml.jackson.annotation.JsonProperty;

enum TenantState {
    @JsonProperty("active")
    ACTIVE,
    @JsonProperty("suspended")
    SUSPENDED
}
