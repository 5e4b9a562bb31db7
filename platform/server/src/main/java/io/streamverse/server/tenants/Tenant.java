package io.streamverse.server.tenants;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.annotation.Version;
import io.micronaut.data.model.DataType;
import io.streamverse.kernel.tenancy.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `creatingUntil` is how long a creation in progress is believed; afterwards it counts as given up. What is being
/// cleared away can no longer become active.
@MappedEntity(value = "tenant", schema = "control")
public record Tenant(
        @Id TenantId id,
        String slug,
        String name,
        State state,
        String plan,
        String ownerEmail,
        String ownerName,
        String country,
        String currency,
        @Nullable String externalId,
        @TypeDef(type = DataType.JSON) Map<String, String> metadata,
        @TypeDef(type = DataType.STRING_ARRAY) List<String> allowedOrigins,
        @Nullable String suspensionLevel,
        @Nullable String suspensionReason,
        @Nullable Instant suspensionAt,
        @TypeDef(type = DataType.JSON) @Nullable Closure closure,
        Instant createdAt,
        Instant creatingUntil,
        @Version int version) {

    public enum State {
        CREATING,
        CLEARING,
        ACTIVE,
        ERASING
    }

    @Nullable
    Suspension suspension() {
        return suspensionLevel == null || suspensionReason == null || suspensionAt == null
                ? null
                : new Suspension(Suspension.Level.of(suspensionLevel), suspensionReason, suspensionAt);
    }

    boolean givenUp(Instant now) {
        return state == State.CLEARING || (state == State.CREATING && creatingUntil.isBefore(now));
    }

    Tenant with(TenantPatch patch) {
        return new Tenant(
                id,
                slug,
                patch.name(),
                state,
                patch.plan(),
                patch.owner().email(),
                patch.owner().name(),
                country,
                currency,
                patch.externalId(),
                patch.metadata(),
                patch.allowedOrigins(),
                suspensionLevel,
                suspensionReason,
                suspensionAt,
                closure,
                createdAt,
                creatingUntil,
                version);
    }

    Tenant with(@Nullable Closure wanted) {
        return with(suspension(), wanted);
    }

    Tenant with(@Nullable Suspension wanted) {
        return with(wanted, closure);
    }

    private Tenant with(@Nullable Suspension suspension, @Nullable Closure closing) {
        return new Tenant(
                id,
                slug,
                name,
                state,
                plan,
                ownerEmail,
                ownerName,
                country,
                currency,
                externalId,
                metadata,
                allowedOrigins,
                suspension == null ? null : suspension.level().label(),
                suspension == null ? null : suspension.reason(),
                suspension == null ? null : suspension.at(),
                closing,
                createdAt,
                creatingUntil,
                version);
    }
}
