package io.streamverse.kernel.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Opens connection pools with the time-outs and the name that every pool here has, and closes them with the app. (The
/// framework wraps data sources, and what it wraps it cannot close.)
@Singleton
public class Pools {
    private static final Duration RECYCLE_AFTER = Duration.ofMinutes(20);
    private static final Duration ANSWER_COMES_LATER = Duration.ofSeconds(5);
    private static final int CONNECT_SECONDS = 2;

    private final List<HikariDataSource> open = new CopyOnWriteArrayList<>();
    private final List<Runnable> before = new CopyOnWriteArrayList<>();
    private final MeterRegistry metrics;

    Pools(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    public HikariDataSource open(PoolConfig config, String name) {
        return keep(settings(config, name));
    }

    /// Of a database that may be away when the app starts, and while it runs: nobody waits for it longer than it may
    /// take over a statement.
    public HikariDataSource openLater(PoolConfig config, String name) {
        var hikari = settings(config, name);
        hikari.setInitializationFailTimeout(-1);
        hikari.setMinimumIdle(0);
        hikari.addDataSourceProperty("connectTimeout", CONNECT_SECONDS);
        hikari.addDataSourceProperty(
                "socketTimeout",
                config.statementTimeout().plus(ANSWER_COMES_LATER).toSeconds());
        return keep(hikari);
    }

    private HikariConfig settings(PoolConfig config, String name) {
        var hikari = new HikariConfig();
        hikari.setPoolName(name);
        hikari.setJdbcUrl(config.url());
        hikari.setUsername(config.username());
        hikari.setPassword(config.password());
        hikari.setMaximumPoolSize(config.open());
        hikari.setMinimumIdle(1);
        hikari.setConnectionTimeout(config.connectionTimeout().toMillis());
        hikari.setMaxLifetime(RECYCLE_AFTER.toMillis());
        hikari.setMetricRegistry(metrics);
        hikari.addDataSourceProperty("ApplicationName", "streamverse-" + name);
        hikari.addDataSourceProperty(
                "options",
                "-c statement_timeout=" + config.statementTimeout().toMillis()
                        + " -c idle_in_transaction_session_timeout=60000 -c TimeZone=UTC");
        hikari.addDataSourceProperty("tcpKeepAlive", true);
        if (config.ca() != null) {
            hikari.addDataSourceProperty("sslmode", "verify-full");
            hikari.addDataSourceProperty("sslrootcert", config.ca().toString());
        }
        return hikari;
    }

    private HikariDataSource keep(HikariConfig hikari) {
        var pool = new HikariDataSource(hikari);
        open.add(pool);
        return pool;
    }

    public void beforeClosing(Runnable handBack) {
        before.add(handBack);
    }

    @PreDestroy
    void close() {
        before.forEach(Runnable::run);
        open.forEach(HikariDataSource::close);
    }
}
