package io.streamverse.kernel.database;

import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/// Flyway over one schema at a time: files in `db/<kind>`, history in the schema itself.
public final class Migrations {
    private final DataSource owner;

    public Migrations(DataSource owner) {
        this.owner = owner;
    }

    public void migrate(List<String> schemas) {
        schemas.forEach(schema -> migrate(schema, schema));
    }

    public void migrate(String kind, String schema) {
        flyway(kind, schema).migrate();
    }

    /// The scripts a schema of this kind consists of, oldest first.
    public List<String> scripts(String kind) {
        return Arrays.stream(flyway(kind, kind).info().all())
                .map(migration -> "db/" + kind + "/" + migration.getScript())
                .toList();
    }

    private Flyway flyway(String kind, String schema) {
        return Flyway.configure()
                .dataSource(owner)
                .schemas(schema)
                .defaultSchema(schema)
                .locations("classpath:db/" + kind)
                .validateMigrationNaming(true)
                .cleanDisabled(true)
                .load();
    }
}
