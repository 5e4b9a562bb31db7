package io.streamverse.server.tenants;

import io.swagger.v3.oas.annotations.media.Schema;

@Schema(description = "The first key of each environment, shown this once.")
record TenantApiKeys(String live, String test) {}
