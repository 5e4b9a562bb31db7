package io.streamverse.server.tenants;

import io.swagger.v3.oas.annotations.media.Schema;

@Schema(name = "TenantApiKeys", description = "The first key of each environment, shown this once.")
record FirstKeys(String live, String test) {}
