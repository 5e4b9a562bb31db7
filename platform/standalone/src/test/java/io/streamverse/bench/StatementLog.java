package io.streamverse.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/// Every statement that the login of the tenants' roles sends, as PostgreSQL logs it.
final class StatementLog implements AutoCloseable {
    private static final Pattern STATEMENT = Pattern.compile("LOG: {2}(?:execute [^:]*|statement): (.*)");
    private static final int PORT_LINE = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private final Connection superuser;

    private StatementLog(Connection superuser) {
        this.superuser = superuser;
    }

    /// Ends the login's connections, for only new ones are logged.
    static StatementLog begin(Path data) throws SQLException, IOException {
        var folder = data.resolve("postgres");
        var port = Files.readAllLines(folder.resolve("data/postmaster.pid")).get(PORT_LINE);
        var password = Files.readString(folder.resolve("password")).strip();
        var url = "jdbc:postgresql://127.0.0.1:" + port + "/streamverse";
        var log = new StatementLog(DriverManager.getConnection(url, "postgres", password));
        log.ask("ALTER ROLE sv_tenant SET log_statement = 'all'");
        log.ask("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'sv_tenant'");
        return log;
    }

    /// All so far, once one of them is there so often: the log is written a little later than the answer.
    List<String> awaitStatements(String one, int times) throws SQLException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var statements = statements();
            if (Collections.frequency(statements, one) >= times) {
                return statements;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new AssertionError("Not " + times + " times " + one + " in " + statements());
    }

    private List<String> statements() throws SQLException {
        var text = ask("SELECT pg_read_file(pg_current_logfile())");
        return STATEMENT.matcher(text).results().map(match -> match.group(1)).toList();
    }

    private String ask(String sql) throws SQLException {
        try (var statement = superuser.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (var rows = statement.getResultSet()) {
                return rows.next() ? rows.getString(1) : "";
            }
        }
    }

    @Override
    public void close() throws SQLException {
        superuser.close();
    }
}
