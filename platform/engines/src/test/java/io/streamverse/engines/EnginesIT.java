package io.streamverse.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A folder set up, closed and started again, at a path with a space and with letters beyond ASCII.
class EnginesIT {
    @TempDir
    private static Path temporary;

    private static Path folder;
    private static Engines engines;

    @BeforeAll
    static void setUpAndStartAgain() throws Exception {
        folder = temporary.resolve("Fernsehen für alle").resolve("日本");
        try (var first = Engines.start(folder, _ -> {})) {
            Keepsake.leave(
                    "kept", first.postgres(), first.kafka(), first.redis().uri());
        }
        engines = Engines.start(folder, _ -> {});
    }

    @AfterAll
    static void closingLeavesNothingRunning() {
        var processes = List.of(engines.postgres().pid(), engines.redis().pid());

        engines.close();

        assertThat(processes).allMatch(pid -> Program.commandOf(pid).isEmpty());
    }

    @Test
    void allThreeKeepTheirData() throws Exception {
        var kept = Keepsake.read(
                engines.postgres(), engines.kafka(), engines.redis().uri());

        assertThat(kept).isEqualTo(Keepsake.of("kept"));
    }

    @Test
    void aSecondStartOnTheFolderIsRefused() {
        assertThatThrownBy(() -> Engines.start(folder, _ -> {}))
                .isInstanceOf(EngineFailure.class)
                .hasMessage("Another StreamVerse is running on %s: stop that one or name another data folder."
                        .formatted(folder));
    }

    @Test
    void aFolderInUseIsNotDiscarded() {
        assertThatThrownBy(() -> Engines.discard(folder)).isInstanceOf(EngineFailure.class);

        assertThat(folder.resolve("postgres")).isDirectory();
    }

    @Test
    void postgresIsTheOneTheFolderIsMarkedWithAndMindsItsData() throws Exception {
        try (var connection = DriverManager.getConnection(
                        engines.postgres().jdbcUrl("postgres"),
                        engines.postgres().superuser(),
                        engines.postgres().password());
                var row = connection.createStatement().executeQuery("""
                                SELECT current_setting('server_version'), current_setting('fsync'),
                                       current_setting('listen_addresses'), current_setting('log_timezone'),
                                       to_tsvector('simple', 'ÄPFEL') @@ to_tsquery('simple', 'äpfel')
                                """)) {
            row.next();
            assertThat(row.getString(1)).startsWith(EmbeddedPostgres.MAJOR_VERSION + ".");
            assertThat(row.getString(2)).isEqualTo("on");
            assertThat(row.getString(3)).isEqualTo("127.0.0.1");
            assertThat(row.getString(4)).isEqualTo("UTC");
            assertThat(row.getBoolean(5)).isTrue();
        }
    }

    @Test
    void thisMachineReachesPostgresPastTheNetwork() throws Exception {
        try (var connection = near();
                var row = connection.createStatement().executeQuery("SELECT inet_server_addr(), repeat('x', 100000)")) {
            row.next();
            assertThat(row.getString(1)).isNull();
            assertThat(row.getString(2)).hasSize(100_000);
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    @Test
    void anAnswerThatTakesTooLongIsNotAwaited() throws Exception {
        try (var connection = near();
                var statement = connection.createStatement()) {
            connection.setNetworkTimeout(Runnable::run, 100);

            assertThatThrownBy(() -> statement.execute("SELECT pg_sleep(30)"))
                    .hasRootCauseInstanceOf(SocketTimeoutException.class);
        }
    }

    private static Connection near() throws SQLException {
        var postgres = engines.postgres();
        return DriverManager.getConnection(postgres.nearUrl("postgres"), postgres.superuser(), postgres.password());
    }

    @Test
    void aDatabaseIsCreatedOnce() {
        engines.postgres().createDatabaseIfMissing("twice");
        engines.postgres().createDatabaseIfMissing("twice");

        assertThat(engines.postgres().jdbcUrl("twice")).endsWith("/twice").doesNotContain("password");
    }

    @Test
    void passwordsAreForTheOwnerOnly() throws IOException {
        for (var secret : List.of("postgres/password", "redis/password", "redis/redis.conf")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(secret))))
                    .isEqualTo("rw-------");
        }
    }
}
