package io.streamverse.testkit.rules.sound.server.shelf;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;

@JdbcRepository(dialect = Dialect.POSTGRES, dataSource = "control")
interface BookRepository {
    int count();
}
