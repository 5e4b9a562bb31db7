package io.streamverse.engines;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The files of one PostgreSQL: its binaries, its data, its settings and the superuser's password.
record PostgresCluster(Path folder, Path binaries, ServerUser user, String password) {
    static final String SUPERUSER = "postgres";

    static PostgresCluster in(Path folder, Path binaries) {
        var data = dataIn(folder);
        var owned = Files.exists(data) ? data : folder.resolve("..");
        var user = ServerUser.forProgram(binaries.resolve("bin/postgres"), owned);
        var secret = folder.resolve("password");
        if (Files.exists(data) && !Files.exists(secret)) {
            throw new EngineFailure(
                    "%s is missing, without which the data beside it cannot be opened: restore it from a backup."
                            .formatted(secret));
        }
        return new PostgresCluster(folder, binaries, user, Secret.keptIn(secret));
    }

    static Path dataIn(Path folder) {
        return folder.resolve("data");
    }

    /// Also true of a server an earlier release started, from binaries that have been replaced since.
    static boolean isServer(List<String> command, Path data) {
        return command.size() == 3 && command.subList(1, 3).equals(List.of("-D", data.toString()));
    }

    Path data() {
        return dataIn(folder);
    }

    List<String> serverCommand() {
        return List.of(program("postgres").toString(), "-D", data().toString());
    }

    List<String> startCommand() {
        return user.command(program("postgres"), "-D", data().toString());
    }

    /// `INT` is PostgreSQL's fast shutdown, `QUIT` its immediate one.
    List<String> signalCommand(String signal, long pid) {
        return user.command(program("pg_ctl"), "kill", signal, Long.toString(pid));
    }

    void create() {
        Folders.once(data(), unfinished -> {
            Folders.create(unfinished, "rwx------");
            user.own(unfinished);
            var passwordFile = Folders.write(folder.resolve("initial-password"), password, "rw-------");
            try {
                user.own(passwordFile);
                initialise(unfinished, passwordFile);
            } finally {
                Files.delete(passwordFile);
            }
        });
    }

    /// Written at every start, so that a new release's settings take effect; what an operator set with `ALTER SYSTEM`
    /// wins over them.
    void configure(int port) {
        Folders.write(data().resolve("postgresql.conf"), """
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = '%s'
                max_connections = 200
                shared_buffers = 64MB
                password_encryption = scram-sha-256
                fsync = on
                timezone = 'UTC'
                log_timezone = 'UTC'
                default_text_search_config = 'pg_catalog.simple'
                logging_collector = on
                log_directory = 'log'
                log_filename = '%%a.log'
                log_rotation_age = 1d
                log_truncate_on_rotation = on
                """.formatted(port, socketFolder(port)), "rw-r--r--");
    }

    /// Quoted once for the list of folders it is, and once for the file it stands in.
    private String socketFolder(int port) {
        return DomainSockets.mayLieIn(data(), port)
                ? '"'
                        + data().toAbsolutePath()
                                .toString()
                                .replace("\"", "\"\"")
                                .replace("\\", "\\\\")
                                .replace("'", "''")
                        + '"'
                : "";
    }

    /// The last thing a server that did not start complained about.
    String complaint() {
        return new PostgresLog(startLog(), data().resolve("log")).complaint();
    }

    Path startLog() {
        return folder.resolve("start.log");
    }

    private void initialise(Path unfinished, Path passwordFile) {
        var outcome = Program.run(
                user.command(
                        program("initdb"),
                        "--pgdata=" + unfinished,
                        "--username=" + SUPERUSER,
                        "--pwfile=" + passwordFile,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--locale=C.UTF-8"),
                folder);
        if (!outcome.succeeded()) {
            throw EngineFailure.of("Setting up PostgreSQL", folder, PostgresLog.complaints(outcome.said()));
        }
    }

    private Path program(String name) {
        return binaries.resolve("bin").resolve(name);
    }
}
