package io.streamverse.testkit;

import io.streamverse.engines.EmbeddedClickHouse;
import io.streamverse.engines.EmbeddedKafka;
import io.streamverse.engines.EmbeddedPostgres;
import io.streamverse.engines.EmbeddedRedis;
import io.streamverse.engines.EngineFailure;
import io.streamverse.engines.Engines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// The engines of a test run: started on a fresh folder under the module's `target` by the first test that asks,
/// stopped
/// with the JVM. The folder stays for a look at it until the next run.
public final class TestEngines {
    private final Path folder;
    private final Engines engines;
    private final AtomicInteger databases = new AtomicInteger();

    private TestEngines(Path folder, Engines engines) {
        this.folder = folder;
        this.engines = engines;
    }

    public static TestEngines shared() {
        return Shared.ENGINES;
    }

    /// Thrown away with the engines.
    public Path folder() {
        return folder;
    }

    public EmbeddedPostgres postgres() {
        return engines.postgres();
    }

    public EmbeddedKafka kafka() {
        return engines.kafka();
    }

    public EmbeddedRedis redis() {
        return engines.redis();
    }

    /// Started by the first who asks.
    public EmbeddedClickHouse clickHouse() {
        var clickHouse = engines.clickHouse()
                .orElseThrow(() -> new IllegalStateException("libchdb.so is not there: npm ci fetches it"));
        Eventually.is("ClickHouse answers", clickHouse::answers);
        return clickHouse;
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
        var engines = Engines.start(run, _ -> {});
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(engines::close));
        return new TestEngines(run, engines);
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
