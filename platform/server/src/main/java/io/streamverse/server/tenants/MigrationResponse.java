package io.streamverse.server.tenants;

import io.streamverse.kernel.tenancy.TenantId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/// How the schemas of one tenant stand against this release.
@Schema(name = "Migration")
record MigrationResponse(String tenantId, List<MigratedEnvironmentResponse> environments) {
    static MigrationResponse of(TenantId tenant, List<KnownSpace> spaces, String release) {
        return new MigrationResponse(
                tenant.value(),
                spaces.stream()
                        .map(it -> MigratedEnvironmentResponse.of(it, release))
                        .toList());
    }
}
