package io.streamverse.engines;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The engine of ClickHouse behind its HTTP interface on 127.0.0.1. It is started again when it dies; nobody waits for
/// it, and nothing else depends on it.
public final class EmbeddedClickHouse implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedClickHouse.class);
    private static final String PACKAGE = "node_modules/@chdb/lib-linux-x64-gnu";
    private static final String MARK = "-Dstreamverse.clickhouse=";
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration SHUTDOWN = Duration.ofSeconds(20);

    private final Path folder;
    private final int port;
    private final String password;
    private final Thread keeper;
    private volatile Process process;
    private volatile boolean closed;

    private EmbeddedClickHouse(Path folder) {
        this.folder = folder;
        this.port = LoopbackPort.keptIn(folder.resolve("port"));
        this.password = Secret.keptIn(folder.resolve(ClickHouseMain.PASSWORD));
        this.process = launch();
        this.keeper = Thread.ofVirtual().name("clickhouse").start(this::keepRunning);
    }

    /// Empty where this installation came without its library: `make` fetches it.
    static Optional<EmbeddedClickHouse> start(Path folder) {
        var code = code();
        return library(code).map(library -> {
            endOrphan(folder);
            link(folder.resolve(ClickHouseMain.LIBRARY), library);
            link(folder.resolve("engines"), code);
            return new EmbeddedClickHouse(folder);
        });
    }

    public URI uri() {
        return URI.create("http://%s:%d".formatted(LoopbackPort.HOST, port));
    }

    public String user() {
        return "default";
    }

    public String password() {
        return password;
    }

    /// Of the process that runs now, or did last.
    public long pid() {
        return process.pid();
    }

    public boolean answers() {
        try (var http = HttpClient.newHttpClient()) {
            var ping = HttpRequest.newBuilder(uri().resolve("/ping"))
                    .timeout(SHUTDOWN)
                    .build();
            return http.send(ping, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// The end of its input makes it finish what it does and end.
    @Override
    public void close() {
        end();
        keeper.interrupt();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(SHUTDOWN.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException _) {
            process.destroyForcibly();
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /// One whose JVM was killed ends by itself, but not at once.
    static void endOrphan(Path folder) {
        var pidFile = folder.resolve("pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var pid = Long.parseLong(Folders.read(pidFile).strip());
        if (Program.commandOf(pid).contains(MARK + folder)) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
            Program.endsWithin(pid, SHUTDOWN);
        }
    }

    private void keepRunning() {
        try {
            while (!closed) {
                var status = process.waitFor();
                Thread.sleep(PAUSE);
                LOG.warn("ClickHouse ended with status {} and is started again: see {}", status, folder.resolve("log"));
                restart();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void end() {
        closed = true;
    }

    private synchronized void restart() {
        if (!closed) {
            process = launch();
        }
    }

    private Process launch() {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var started = Program.startBound(
                List.of(
                        java,
                        "-Xmx192m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-UsePerfData",
                        "--enable-native-access=ALL-UNNAMED",
                        MARK + folder,
                        "-cp",
                        "engines",
                        ClickHouseMain.class.getName(),
                        Integer.toString(port)),
                folder,
                folder.resolve("log"));
        Folders.write(folder.resolve("pid"), Long.toString(started.pid()), "rw-------");
        return started;
    }

    /// Where this class lies: a folder of classes, or a jar.
    private static Path code() {
        try {
            var source = EmbeddedClickHouse.class.getProtectionDomain().getCodeSource();
            return Path.of(source.getLocation().toURI()).toRealPath();
        } catch (IOException | URISyntaxException failure) {
            throw new IllegalStateException("The own classes lie nowhere", failure);
        }
    }

    /// Beside what runs or in a folder above it, bare or as npm puts it there.
    private static Optional<Path> library(Path code) {
        for (var place = code; place != null; place = place.getParent()) {
            for (var folder : List.of(place, place.resolve(PACKAGE))) {
                var library = folder.resolve(ClickHouseMain.LIBRARY);
                if (Files.isReadable(library)) {
                    return Optional.of(library);
                }
            }
        }
        return Optional.empty();
    }

    private static void link(Path name, Path place) {
        try {
            Files.deleteIfExists(name);
            Files.createSymbolicLink(name, place);
        } catch (IOException failure) {
            throw EngineFailure.at(name, failure);
        }
    }
}
