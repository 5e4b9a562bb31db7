package io.streamverse.engines;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// A real Redis on 127.0.0.1 that appends what it holds to disk; one left behind by a killed JVM is replaced.
public final class EmbeddedRedis implements AutoCloseable {
    private static final Duration LOADING = Duration.ofMinutes(2);
    private static final Duration SHUTDOWN = Duration.ofSeconds(20);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(5);
    private static final int ATTEMPTS = 3;

    private final Path folder;
    private final long pid;
    private final int port;
    private final String password;

    private EmbeddedRedis(Path folder, long pid, int port, String password) {
        this.folder = folder;
        this.pid = pid;
        this.port = port;
        this.password = password;
    }

    static EmbeddedRedis start(Path folder, Progress progress) {
        return Step.timed("Starting Redis", progress, () -> {
            var binary = Packed.find("redis-server-6.2.6-v5-linux-amd64").unpackProgram(folder, "redis-server");
            endOrphan(folder);
            return launch(folder, binary, ATTEMPTS);
        });
    }

    public String host() {
        return LoopbackPort.HOST;
    }

    public int port() {
        return port;
    }

    public String password() {
        return password;
    }

    public long pid() {
        return pid;
    }

    /// With the password in it: not for logs.
    public URI uri() {
        return URI.create("redis://:%s@%s:%d".formatted(password, host(), port));
    }

    /// A termination signal makes Redis write what it holds to disk first.
    @Override
    public void close() {
        end(pid, folder);
    }

    static void endOrphan(Path folder) {
        var pidFile = folder.resolve("redis.pid");
        if (Files.exists(pidFile)) {
            end(Long.parseLong(Folders.read(pidFile).strip()), folder);
        }
    }

    private static void end(long pid, Path folder) {
        var command = Program.commandOf(pid);
        if (command.isEmpty() || !command.getLast().equals(configuration(folder).toString())) {
            return;
        }
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
        if (!Program.endsWithin(pid, SHUTDOWN)) {
            throw new EngineFailure("Redis, process %d, does not stop: end it by hand.".formatted(pid));
        }
    }

    private static EmbeddedRedis launch(Path folder, Path binary, int attempts) {
        var port = LoopbackPort.keptIn(folder.resolve("port"));
        var password = Secret.keptIn(folder.resolve("password"));
        configure(folder, port, password);
        var log = folder.resolve("redis.log");
        var process =
                Program.start(List.of(binary.toString(), configuration(folder).toString()), folder, log);
        var redis = new EmbeddedRedis(folder, process.pid(), port, password);
        if (redis.awaitAnswer(process)) {
            return redis;
        }
        process.destroyForcibly();
        var said = Folders.read(log);
        if (said.contains("Address already in use") && attempts > 1) {
            return launch(folder, binary, attempts - 1);
        }
        throw failure(folder, said);
    }

    static EngineFailure failure(Path folder, String said) {
        if (said.contains("libssl.so.3") || said.contains("libcrypto.so.3")) {
            return new EngineFailure(
                    "Redis needs OpenSSL 3 (libssl.so.3), which this machine lacks: install it (on Debian and Ubuntu: apt-get install libssl3) and start again.");
        }
        return EngineFailure.of("Starting Redis", folder, said.lines().reduce("", (_, last) -> last));
    }

    private static Path configuration(Path folder) {
        return folder.resolve("redis.conf");
    }

    /// `set-proc-title no` keeps the command line, by which an orphan is known again.
    private static void configure(Path folder, int port, String password) {
        Folders.write(
                configuration(folder),
                """
                bind 127.0.0.1
                port %d
                requirepass %s
                dir %s
                pidfile %s
                set-proc-title no
                save ""
                appendonly yes
                appendfsync everysec
                """.formatted(port, password, quoted(folder), quoted(folder.resolve("redis.pid"))),
                "rw-------");
    }

    private static String quoted(Path path) {
        return '"' + path.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private boolean awaitAnswer(Process process) {
        var deadline = System.nanoTime() + LOADING.toNanos();
        while (process.isAlive() && System.nanoTime() < deadline) {
            if (answers()) {
                return true;
            }
            Program.pause();
        }
        return false;
    }

    private boolean answers() {
        try (var socket = new Socket()) {
            socket.setSoTimeout((int) READ_TIMEOUT.toMillis());
            socket.connect(new InetSocketAddress(LoopbackPort.address(), port));
            socket.getOutputStream()
                    .write("AUTH %s\r\nPING\r\nQUIT\r\n".formatted(password).getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return answer.contains("+PONG");
        } catch (IOException _) {
            return false;
        }
    }
}
