package io.streamverse.server.media;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import io.streamverse.media.plan.Accelerator;
import io.streamverse.media.plan.Protection;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface WishRepository extends GenericRepository<EncodeWish, String> {
    Optional<EncodeWish> findById(String assetId);

    @Query("""
            INSERT INTO encode_wish (asset_id, ladder, protection, accelerator, quote, quoted)
            VALUES (:assetId, :ladder, :protection, :accelerator, :quote, :quoted)
            ON CONFLICT (asset_id) DO UPDATE
            SET ladder = excluded.ladder, protection = excluded.protection, accelerator = excluded.accelerator,
                quote = excluded.quote, quoted = excluded.quoted
            """)
    void put(
            String assetId,
            String ladder,
            Protection protection,
            Accelerator accelerator,
            @Nullable String quote,
            @Nullable BigDecimal quoted);
}
