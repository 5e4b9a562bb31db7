package io.streamverse.server.weights;

import io.streamverse.events.meters.WeightsSet.Weight;
import io.streamverse.kernel.database.Sql;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
class WeightRepository {
    private static final String PUT = """
            INSERT INTO control.transcode_weight (valid_from, dimension, value, weight) VALUES (?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """;
    private final Sql sql;

    WeightRepository(Sql sql) {
        this.sql = sql;
    }

    List<Weight> all() {
        return sql.read(
                "SELECT valid_from, dimension, value, weight FROM control.transcode_weight",
                row -> new Weight(
                        Sql.instant(row, "valid_from"),
                        row.getString("dimension"),
                        row.getString("value"),
                        row.getBigDecimal("weight")));
    }

    void put(Weight it) {
        sql.write(PUT, it.from(), it.dimension(), it.value(), it.weight());
    }
}
