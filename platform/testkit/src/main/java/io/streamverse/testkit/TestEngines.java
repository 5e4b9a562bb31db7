package io.streamverse.testkit;

import io.streamverse.engines.EngineFailure;
import io.streamverse.engines.Engines;
import io.streamverse.engines.Postgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// The engines of a test run: started on a fresh folder under the module's `target` by the first test that asks,
/// stopped with the JVM. The folder stays for a look at it until the next run. With `-Pcontainers` they are containers.
public final class TestEngines {
    public static final String CONTAINERS = "streamverse.containers";
    private final Path folder;
    private final Postgres postgres;
    private final Kafka kafka;
    private final Redis redis;
    private final Supplier<ClickHouse> clickHouse;
    private final AtomicInteger databases = new AtomicInteger();

    public record Kafka(String bootstrapServers) {}

    public record Redis(URI uri) {}

    /// Killed it comes back by itself; a container does not.
    public record ClickHouse(URI uri, String user, String password, Runnable killing) {
        public void kill() {
            killing.run();
        }
    }

    TestEngines(Path folder, Postgres postgres, Kafka kafka, Redis redis, Supplier<ClickHouse> clickHouse) {
        this.folder = folder;
        this.postgres = postgres;
        this.kafka = kafka;
        this.redis = redis;
        this.clickHouse = clickHouse;
    }

    public static TestEngines shared() {
        return Shared.ENGINES;
    }

    /// Thrown away with the engines.
    public Path folder() {
        return folder;
    }

    public Postgres postgres() {
        return postgres;
    }

    public Kafka kafka() {
        return kafka;
    }

    public Redis redis() {
        return redis;
    }

    /// Started by the first who asks.
    public ClickHouse clickHouse() {
        return clickHouse.get();
    }

    /// A server's settings that let it count, in a database of this name.
    public Map<String, Object> counting(String database) {
        return Map.of(
                "analytics.url",
                clickHouse().uri(),
                "analytics.password",
                clickHouse().password(),
                "analytics.database",
                database);
    }

    /// The address of a new, empty database, with the superuser's name and password in it.
    public String freshDatabase(String prefix) {
        var name = prefix + "_" + databases.incrementAndGet();
        postgres().createDatabaseIfMissing(name);
        return "%s?user=%s&password=%s"
                .formatted(
                        postgres().jdbcUrl(name),
                        postgres().superuser(),
                        postgres().password());
    }

    private static TestEngines begin() {
        var runs = Path.of(System.getProperty("basedir", ""), "target", "engines");
        discardEarlierRuns(runs);
        var run = runs.resolve(Long.toString(ProcessHandle.current().pid()));
        return Boolean.getBoolean(CONTAINERS) ? Containers.start(run) : embedded(run);
    }

    private static TestEngines embedded(Path run) {
        var engines = Engines.start(run, _ -> {});
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(engines::close));
        return new TestEngines(
                run,
                engines.postgres(),
                new Kafka(engines.kafka().bootstrapServers()),
                new Redis(engines.redis().uri()),
                () -> clickHouse(engines));
    }

    private static ClickHouse clickHouse(Engines engines) {
        var clickHouse = engines.clickHouse()
                .orElseThrow(() -> new IllegalStateException("libchdb.so is not there: npm ci fetches it"));
        Eventually.is("ClickHouse answers", clickHouse::answers);
        Runnable killing = () -> ProcessHandle.of(clickHouse.pid()).ifPresent(ProcessHandle::destroyForcibly);
        return new ClickHouse(clickHouse.uri(), clickHouse.user(), clickHouse.password(), killing);
    }

    private static void discardEarlierRuns(Path runs) {
        try (var earlier = Files.newDirectoryStream(Files.createDirectories(runs))) {
            earlier.forEach(TestEngines::discard);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void discard(Path run) {
        try {
            Engines.discard(run);
        } catch (EngineFailure _) {
            // Another JVM's, and in use.
        }
    }

    /// Holds nothing else: engines that start call back, and code of a class that is being initialised would wait.
    private static final class Shared {
        static final TestEngines ENGINES = begin();
    }
}
