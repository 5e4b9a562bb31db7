package io.streamverse.server.jobs;

import io.streamverse.kernel.database.Sql;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A row of control.job_task.
record Task(
        long id,
        String job,
        String name,
        String tenant,
        String work,
        String demand,
        @Nullable String accelerator,
        @Nullable String group,
        double weight,
        List<String> needs,
        int priority,
        String state,
        Instant queuedAt,
        Instant readyAt,
        int attempt,
        int failures,
        int losses,
        @Nullable String checkpoint,
        @Nullable String done) {

    static Task of(ResultSet row) throws SQLException {
        return new Task(
                row.getLong("id"),
                row.getString("job_id"),
                row.getString("name"),
                row.getString("tenant_id"),
                row.getString("work"),
                row.getString("demand"),
                row.getString("accelerator"),
                row.getString("group_name"),
                row.getDouble("weight"),
                texts(row.getArray("needs")),
                row.getInt("priority"),
                row.getString("state"),
                Sql.instant(row, "queued_at"),
                Sql.instant(row, "ready_at"),
                row.getInt("attempt"),
                row.getInt("failures"),
                row.getInt("losses"),
                row.getString("checkpoint"),
                row.getString("done"));
    }

    static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
