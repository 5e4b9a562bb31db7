package io.streamverse.server.media;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import io.streamverse.media.plan.Accelerator;
import io.streamverse.media.plan.EncodePlan;
import io.streamverse.media.plan.Protection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What one job makes of a version. It weighs what it weighed when it was planned.
@MappedEntity("planned_encode")
record PlannedEncode(
        @Id String jobId,
        String ladderId,
        int ladderVersion,
        @TypeDef(type = DataType.JSON) EncodePlan plan,
        Protection protection,
        Accelerator accelerator,
        @Nullable String keyId,
        Instant plannedAt) {}
