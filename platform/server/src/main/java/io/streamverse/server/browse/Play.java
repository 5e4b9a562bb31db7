package io.streamverse.server.browse;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;

/// A viewer watched a title on that day.
@MappedEntity("browse_play")
record Play(@Id String titleId, LocalDate onDay, String viewerId) {}
