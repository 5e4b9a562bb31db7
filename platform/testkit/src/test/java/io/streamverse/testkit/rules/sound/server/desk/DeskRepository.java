package io.streamverse.testkit.rules.sound.server.desk;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface DeskRepository {
    int count();
}
