package io.streamverse.engines;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import org.postgresql.util.PSQLState;

/// A real PostgreSQL on 127.0.0.1, with fsync on and its data kept; a server left behind by a killed JVM is taken over.
public final class EmbeddedPostgres implements Postgres, AutoCloseable {
    static final String MAJOR_VERSION = "18";
    private static final String MAINTENANCE_DATABASE = "postgres";
    private static final Duration RECOVERY = Duration.ofMinutes(10);
    private static final Duration FAST_SHUTDOWN = Duration.ofSeconds(20);
    private static final Duration IMMEDIATE_SHUTDOWN = Duration.ofSeconds(5);
    private static final int ATTEMPTS = 3;

    private final PostgresCluster cluster;
    private final long pid;
    private final int port;

    private EmbeddedPostgres(PostgresCluster cluster, long pid, int port) {
        this.cluster = cluster;
        this.pid = pid;
        this.port = port;
    }

    static EmbeddedPostgres start(Path folder, Progress progress) {
        var packed = Packed.find("postgres-linux-x86_64.tgz");
        var binaries = Step.timed("Unpacking PostgreSQL", progress, () -> packed.unpackTree(folder, "binaries"));
        return Step.timed("Starting PostgreSQL", progress, () -> {
            var cluster = PostgresCluster.in(folder, binaries);
            cluster.create();
            return takeOver(cluster).orElseGet(() -> launch(cluster, ATTEMPTS));
        });
    }

    @Override
    public String host() {
        return LoopbackPort.HOST;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String superuser() {
        return PostgresCluster.SUPERUSER;
    }

    @Override
    public String password() {
        return cluster.password();
    }

    public long pid() {
        return pid;
    }

    /// Through a Unix domain socket where there is one.
    @Override
    public String nearUrl(String database) {
        var url = jdbcUrl(database);
        return DomainSockets.parameters(cluster.data(), port)
                .map(way -> url + "?" + way)
                .orElse(url);
    }

    @Override
    public void close() {
        if (!PostgresCluster.isServer(Program.commandOf(pid), cluster.data())) {
            return;
        }
        Program.run(cluster.signalCommand("INT", pid), cluster.folder());
        if (!Program.endsWithin(pid, FAST_SHUTDOWN)) {
            Program.run(cluster.signalCommand("QUIT", pid), cluster.folder());
            if (!Program.endsWithin(pid, IMMEDIATE_SHUTDOWN)) {
                throw new EngineFailure("PostgreSQL, process %d, does not stop: end it by hand.".formatted(pid));
            }
        }
    }

    /// For data that nobody wants any more.
    static void killOrphan(Path folder) {
        var data = PostgresCluster.dataIn(folder);
        PostmasterFile.in(data)
                .map(PostmasterFile::pid)
                .filter(pid -> PostgresCluster.isServer(Program.commandOf(pid), data))
                .ifPresent(pid -> {
                    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
                    Program.endsWithin(pid, IMMEDIATE_SHUTDOWN);
                });
    }

    /// Our server that outlived its JVM goes on serving. Any other process with its id, a dead one nobody reaped
    /// included, would keep PostgreSQL from starting; a back end that still writes shows in the memory it shares.
    private static Optional<EmbeddedPostgres> takeOver(PostgresCluster cluster) {
        var found = PostmasterFile.in(cluster.data());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var pid = found.get().pid();
        var postgres = new EmbeddedPostgres(cluster, pid, found.get().port());
        var command = Program.commandOf(pid);
        if (command.equals(cluster.serverCommand())) {
            return postgres.awaitAnswer(() -> !Program.commandOf(pid).isEmpty())
                    ? Optional.of(postgres)
                    : Optional.empty();
        }
        if (PostgresCluster.isServer(command, cluster.data())) {
            postgres.close();
        } else {
            found.get().delete();
        }
        return Optional.empty();
    }

    private static EmbeddedPostgres launch(PostgresCluster cluster, int attempts) {
        var port = LoopbackPort.keptIn(cluster.folder().resolve("port"));
        cluster.configure(port);
        var process = Program.start(cluster.startCommand(), cluster.folder(), cluster.startLog());
        var postgres = new EmbeddedPostgres(cluster, process.pid(), port);
        if (postgres.awaitAnswer(process::isAlive)) {
            return postgres;
        }
        postgres.close();
        var complaint = cluster.complaint();
        if (complaint.contains("could not create any TCP/IP sockets") && attempts > 1) {
            return launch(cluster, attempts - 1);
        }
        throw EngineFailure.of("Starting PostgreSQL", cluster.folder(), complaint);
    }

    private boolean awaitAnswer(BooleanSupplier alive) {
        var deadline = System.nanoTime() + RECOVERY.toNanos();
        while (alive.getAsBoolean() && System.nanoTime() < deadline) {
            if (answers()) {
                return true;
            }
            Program.pause();
        }
        return false;
    }

    private boolean answers() {
        try (var connection = connect()) {
            return connection.isValid(0);
        } catch (SQLException refusal) {
            if (PSQLState.INVALID_PASSWORD.getState().equals(refusal.getSQLState())) {
                close();
                throw new EngineFailure(
                        "The password in %s is not the one of the data beside it: restore both from one backup."
                                .formatted(cluster.folder()),
                        refusal);
            }
            return false;
        }
    }

    private Connection connect() throws SQLException {
        var properties = new Properties();
        properties.putAll(
                Map.of("user", superuser(), "password", password(), "connectTimeout", "5", "socketTimeout", "60"));
        return DriverManager.getConnection(jdbcUrl(MAINTENANCE_DATABASE), properties);
    }
}
