package io.streamverse.flows;

import io.micronaut.context.annotation.Requires;
import io.micronaut.transaction.TransactionOperations;
import io.streamverse.kernel.schedule.ScheduledJob;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/// A job of the tests: every second it writes down for which time it ran.
@Singleton
@Requires(property = "app", value = "server")
@Requires(property = "flows.ticks", value = "true")
class Tick implements ScheduledJob {
    static final String TABLE =
            "CREATE TABLE IF NOT EXISTS public.tick (due_at timestamptz);" + "GRANT ALL ON public.tick TO PUBLIC";
    private final TransactionOperations<Connection> database;

    Tick(@Named("control") TransactionOperations<Connection> database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "server.flows.tick";
    }

    @Override
    public String cron() {
        return "* * * * * *";
    }

    @Override
    public Missed missed() {
        return Missed.EACH;
    }

    @Override
    public void run(Instant dueAt) {
        database.executeWrite(status -> {
            try (var insert = status.getConnection().prepareStatement("INSERT INTO public.tick VALUES (?)")) {
                insert.setObject(1, dueAt.atOffset(ZoneOffset.UTC));
                return insert.executeUpdate();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
