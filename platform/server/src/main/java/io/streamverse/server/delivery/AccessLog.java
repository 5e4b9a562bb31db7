package io.streamverse.server.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.runtime.event.annotation.EventListener;
import io.streamverse.kernel.ids.Ids;
import io.streamverse.kernel.schedule.Loop;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// What this server delivered, in files, and from there counted as the logs of edges are. A server that is killed finds
/// its files again when it comes back, in the folder that its configuration names.
@Singleton
class AccessLog {
    private static final int LARGEST = 8 << 20;
    private static final int PIECE = 1 << 20;
    private static final String SUFFIX = ".log";
    private static final String VIA = "server";

    private final LogIntake intake;
    private final Ids ids;
    private final InstantSource clock;
    private final Path folder;
    private final Loop loop;
    private @Nullable Path file;
    private @Nullable FileChannel writing;
    private long written;

    AccessLog(DeliveryConfig config, LogIntake intake, Ids ids, InstantSource clock) {
        this.intake = intake;
        this.ids = ids;
        this.clock = clock;
        this.folder = folder(config.log());
        this.loop = new Loop("deliveries", config.tellEvery(), this::tell);
    }

    /// To be told how many bytes of an answer left. An edge that fetches for its cache delivers nothing to a viewer; it
    /// counts itself.
    LongConsumer answer(HttpRequest<?> request, int status, String worth) {
        var path = request.getPath();
        var session = Pass.of(request).session();
        boolean counts = request.getMethod() == HttpMethod.GET && path.startsWith(MediaAddress.PACKAGE);
        return bytes -> {
            if (counts && bytes > 0 && session != null) {
                delivered(path.substring(path.indexOf(MediaAddress.ROOT)), session, status, bytes, worth);
            }
        };
    }

    void delivered(String path, String session, int status, long bytes, String worth) {
        write(LogLine.written(clock.instant(), status, bytes, path, worth, session));
    }

    @EventListener
    void start(StartupEvent event) {
        loop.start();
    }

    /// While the database can still be reached.
    @EventListener
    void stop(ShutdownEvent event) {
        loop.stop();
        closed();
        tell();
    }

    private void write(String line) {
        try {
            write(ByteBuffer.wrap(line.getBytes(UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void write(ByteBuffer line) throws IOException {
        if (writing == null) {
            file = folder.resolve(ids.next("log") + SUFFIX);
            writing = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.APPEND);
            written = 0;
        }
        while (line.hasRemaining()) {
            written += writing.write(line);
        }
        if (written > LARGEST) {
            closed();
        }
    }

    private synchronized void closed() {
        try {
            if (writing != null) {
                writing.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writing = null;
            file = null;
        }
    }

    private synchronized boolean isWritten(Path log) {
        return log.equals(file);
    }

    private void tell() {
        try (var logs = Files.list(folder)) {
            logs.filter(it -> it.toString().endsWith(SUFFIX)).sorted().toList().forEach(this::count);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void count(Path log) {
        boolean over = !isWritten(log);
        var object = VIA + "/" + log.getFileName();
        try (var bytes = FileChannel.open(log, StandardOpenOption.READ)) {
            long counted = intake.counted(object);
            while (counted < bytes.size()) {
                var piece = ByteBuffer.allocate(PIECE);
                bytes.read(piece, counted);
                long now = intake.take(object, VIA, counted, Arrays.copyOf(piece.array(), piece.position()));
                if (now == counted) {
                    break;
                }
                counted = now;
            }
            if (over) {
                Files.delete(log);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder(@Nullable Path configured) {
        try {
            return configured == null
                    ? Files.createTempDirectory("streamverse-delivery")
                    : Files.createDirectories(configured);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
