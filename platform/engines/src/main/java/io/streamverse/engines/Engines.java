package io.streamverse.engines;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// PostgreSQL, Kafka and Redis on one data folder, started together and stopped together; ClickHouse when it is asked
/// for.
public final class Engines implements AutoCloseable {
    private final DataFolder folder;
    private final CompletableFuture<EmbeddedPostgres> postgres;
    private final CompletableFuture<EmbeddedKafka> kafka;
    private final CompletableFuture<EmbeddedRedis> redis;
    private Optional<EmbeddedClickHouse> clickHouse = Optional.empty();

    private Engines(DataFolder folder, Progress progress) {
        this.folder = folder;
        postgres = begin(() -> EmbeddedPostgres.start(folder.passableFolder("postgres"), progress));
        kafka = begin(() -> EmbeddedKafka.start(folder.privateFolder("kafka"), progress));
        redis = begin(() -> EmbeddedRedis.start(folder.privateFolder("redis"), progress));
    }

    /// Answers when all three serve; fails with an `EngineFailure` and leaves nothing running otherwise. A JVM told to
    /// end meanwhile stops what it started; once this has answered, closing is up to the caller.
    public static Engines start(Path dataFolder, Progress progress) {
        Platform.require();
        var engines = new Engines(DataFolder.open(dataFolder), progress);
        var stop = Thread.ofPlatform().name("engines-stop").unstarted(engines::close);
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            CompletableFuture.allOf(engines.postgres, engines.kafka, engines.redis)
                    .join();
            return engines;
        } catch (CompletionException failure) {
            throw engines.abandon(requireNonNull(failure.getCause()));
        } finally {
            Runtime.getRuntime().removeShutdownHook(stop);
        }
    }

    /// Ends what a killed JVM left running on a data folder and deletes the folder; refuses one that is in use.
    public static void discard(Path dataFolder) {
        try (var folder = DataFolder.locked(dataFolder)) {
            EmbeddedPostgres.killOrphan(folder.path().resolve("postgres"));
            EmbeddedRedis.endOrphan(folder.path().resolve("redis"));
            EmbeddedClickHouse.endOrphan(folder.path().resolve("clickhouse"));
            Folders.delete(folder.path());
        } catch (IOException failure) {
            throw EngineFailure.at(dataFolder, failure);
        }
    }

    public EmbeddedPostgres postgres() {
        return postgres.resultNow();
    }

    public EmbeddedKafka kafka() {
        return kafka.resultNow();
    }

    public EmbeddedRedis redis() {
        return redis.resultNow();
    }

    /// Started now, unless it was before, and not awaited. Empty where its library is not there.
    public synchronized Optional<EmbeddedClickHouse> clickHouse() {
        if (clickHouse.isEmpty()) {
            clickHouse = EmbeddedClickHouse.start(folder.privateFolder("clickhouse"));
        }
        return clickHouse;
    }

    /// In reverse, each one even if another fails to stop.
    @Override
    public void close() {
        try (folder;
                var _ = whenBegun(postgres);
                var _ = whenBegun(kafka);
                var _ = whenBegun(redis);
                var _ = clickHouse.orElse(null)) {}
    }

    private RuntimeException abandon(Throwable failure) {
        var reported = failure instanceof EngineFailure sentence
                ? sentence
                : new EngineFailure("The engines did not start (%s).".formatted(failure), failure);
        try {
            close();
        } catch (RuntimeException another) {
            reported.addSuppressed(another);
        }
        return reported;
    }

    private static <T> CompletableFuture<T> begin(Supplier<T> start) {
        return CompletableFuture.supplyAsync(start, Thread::startVirtualThread);
    }

    private static <T> @Nullable T whenBegun(CompletableFuture<T> engine) {
        return engine.<@Nullable T>handle((started, _) -> started).join();
    }
}
