package io.streamverse.testkit.rules.rotten.server.shop;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface GoodsRepository {
    int count();
}
