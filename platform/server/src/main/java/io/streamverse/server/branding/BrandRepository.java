package io.streamverse.server.branding;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface BrandRepository extends GenericRepository<Brand, Short> {
    @Query("""
            SELECT id, name, primary_color, background_color, appearance, typeface, corners, languages, texts, logo, icon,
                   version
            FROM branding
            """)
    Brand get();

    @Query("""
            INSERT INTO branding (id, name, primary_color, background_color, version)
            VALUES (:id, :name, :primaryColor, :backgroundColor, 0) ON CONFLICT DO NOTHING
            """)
    void begin(short id, String name, String primaryColor, String backgroundColor);

    Brand update(Brand brand);
}
