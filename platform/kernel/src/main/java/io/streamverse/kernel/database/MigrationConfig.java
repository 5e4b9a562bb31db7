package io.streamverse.kernel.database;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.util.List;

/// The schemas of the own database, in the order in which they are migrated; each from `db/<schema>` on the class path.
@ConfigurationProperties("migrations")
record MigrationConfig(List<String> schemas) {}
