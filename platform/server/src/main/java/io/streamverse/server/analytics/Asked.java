package io.streamverse.server.analytics;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import io.streamverse.kernel.tenancy.TenantContext;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The parameters that most questions share.
@Introspected
record Asked(
        @Parameter(description = "From when; not said: 24 hours before `to`.") @QueryValue @Nullable
        Instant from,

        @Parameter(description = "Until before when; not said: now.") @QueryValue @Nullable
        Instant to,

        @Parameter(description = "Of this title alone.") @QueryValue @Nullable @Size(max = 64)
        String titleId,

        @Parameter(description = "Of this kind of device alone: `web`, `android`, `tv` or `other`.")
        @QueryValue
        @Nullable
        @Size(max = 64)
        String device,

        @Parameter(description = "Of this country alone, ISO 3166-1 alpha-2.") @QueryValue @Nullable @Size(max = 64)
        String country,

        @Parameter(description = "Of what this edge or CDN delivered alone.") @QueryValue @Nullable @Size(max = 64)
        String edge) {

    Question question(Instant now) {
        var only = new EnumMap<Dimension, String>(Dimension.class);
        put(only, Dimension.TITLE, titleId);
        put(only, Dimension.DEVICE, device);
        put(only, Dimension.COUNTRY, country);
        put(only, Dimension.EDGE, edge);
        return new Question(TenantContext.current(), Span.of(from, to, now), only);
    }

    private static void put(Map<Dimension, String> only, Dimension dimension, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            only.put(dimension, value);
        }
    }
}
