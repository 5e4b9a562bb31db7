package io.streamverse.server.branding;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface BrandRepository extends GenericRepository<Brand, Short> {
    @Query("SELECT * FROM branding")
    Brand get();

    Brand save(Brand brand);

    Brand update(Brand brand);
}
