package io.streamverse.kernel.tenancy;

import io.streamverse.kernel.database.PoolConfig;
import io.streamverse.kernel.schedule.Loop;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks a further database every second whether it answers. One that comes back is brought up to this release before
/// anybody gets there, unless it was already.
final class DatabaseWatch {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final int SECONDS = 2;
    private final HostDatabase host;
    private final PoolConfig way;
    private final Runnable prepare;
    private final Loop loop;
    private @Nullable Connection line;
    private boolean prepared;

    DatabaseWatch(HostDatabase host, PoolConfig way, Runnable prepare) {
        this.host = host;
        this.way = way;
        this.prepare = prepare;
        this.loop = new Loop("database-" + host.name(), EVERY, this::look);
        look();
    }

    void start() {
        loop.start();
    }

    void stop() {
        loop.stop();
        hangUp();
    }

    private void look() {
        try {
            if (!answers()) {
                call();
            }
            if (!prepared) {
                prepare.run();
                prepared = true;
            }
            if (host.isAway()) {
                LOG.info("The database {} is back", host);
            }
            host.comesBack();
        } catch (SQLException | RuntimeException e) {
            if (!host.isAway()) {
                LOG.error("The database {} is away: its tenants get 503", host, e);
            }
            host.goesAway();
        }
    }

    private boolean answers() throws SQLException {
        return line != null && line.isValid(SECONDS);
    }

    private void call() throws SQLException {
        hangUp();
        var settings = new Properties();
        settings.setProperty("user", way.username());
        settings.setProperty("password", way.password());
        settings.setProperty("connectTimeout", String.valueOf(SECONDS));
        settings.setProperty("socketTimeout", String.valueOf(SECONDS));
        settings.setProperty("ApplicationName", "streamverse-watch-" + host.name());
        line = DriverManager.getConnection(way.url(), settings);
    }

    private void hangUp() {
        try {
            if (line != null) {
                line.close();
            }
        } catch (SQLException e) {
            LOG.debug("It was gone already", e);
        }
        line = null;
    }
}
