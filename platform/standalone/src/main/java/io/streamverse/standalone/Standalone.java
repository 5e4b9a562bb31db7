package io.streamverse.standalone;

import static java.util.stream.Collectors.joining;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.streamverse.engines.Engines;
import io.streamverse.engines.Progress;
import io.streamverse.engines.Step;
import io.streamverse.kernel.app.App;
import io.streamverse.kernel.app.StartFailure;
import io.streamverse.kernel.health.Readiness;
import io.streamverse.kernel.metrics.ManagementServer;
import io.streamverse.worker.tools.Tools;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/// Engines, billing, server and worker in one process. Ends in the reverse order of starting, also where it is told to
/// while it still starts.
final class Standalone implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration POLL = Duration.ofMillis(50);
    private final Settings settings;
    private final Progress progress;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final CountDownLatch settled = new CountDownLatch(1);
    private volatile boolean stopping;
    private @Nullable ApplicationContext worker;
    private int port;
    private int managementPort;

    Standalone(Settings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
    }

    int port() {
        return port;
    }

    int managementPort() {
        return managementPort;
    }

    /// What makes films; once it has started.
    Tools tools() {
        return Objects.requireNonNull(worker).getBean(Tools.class);
    }

    boolean isStopping() {
        return stopping;
    }

    void start() {
        try {
            var apps = startApps(new Apps(settings, keep(Engines.start(settings.data(), progress))));
            startManagement(apps);
            Step.timed("Getting ready", progress, () -> awaitReadiness(apps));
        } finally {
            settled.countDown();
        }
    }

    private List<ApplicationContext> startApps(Apps apps) {
        apps.prepareDatabases();
        var billingPort = FreePort.any();
        var billing = begin("Starting billing", apps.billing(billingPort));
        var server = begin("Starting the server", apps.server(billingPort));
        keepWhatStarts(List.of(billing, server));
        port = server.resultNow().getPort();
        var worker = begin("Starting the worker", apps.worker(port));
        keepWhatStarts(List.of(worker));
        this.worker = contextOf(worker);
        return List.of(contextOf(billing), contextOf(server), this.worker);
    }

    private CompletableFuture<EmbeddedServer> begin(String name, App app) {
        return CompletableFuture.supplyAsync(
                () -> Step.timed(name, progress, app::start),
                work -> Thread.ofPlatform().name(name).start(work));
    }

    /// Those that started are kept, to be stopped, also where another one failed.
    private void keepWhatStarts(List<CompletableFuture<EmbeddedServer>> begun) {
        begun.forEach(app -> app.exceptionally(_ -> null).join());
        begun.stream()
                .filter(app -> !app.isCompletedExceptionally())
                .forEach(app -> keep(() -> App.stop(app.resultNow())));
        try {
            begun.forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException reason ? reason : e;
        }
    }

    private static ApplicationContext contextOf(CompletableFuture<EmbeddedServer> app) {
        return app.resultNow().getApplicationContext();
    }

    private void startManagement(List<ApplicationContext> apps) {
        var registries = apps.stream()
                .map(it -> it.getBean(PrometheusMeterRegistry.class))
                .toList();
        managementPort = keep(ManagementServer.ofProcess("standalone", settings.managementPort(), registries))
                .port();
    }

    private static int awaitReadiness(List<ApplicationContext> apps) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var parts = apps.stream()
                .map(it -> it.getBeansOfType(Readiness.class))
                .flatMap(Collection::stream)
                .toList();
        for (int round = 1; ; round++) {
            var missing = parts.stream()
                    .flatMap(part -> part.missing().map(why -> part.part() + " " + why).stream())
                    .collect(joining(", "));
            if (missing.isEmpty()) {
                return round;
            }
            if (System.nanoTime() > deadline) {
                throw new StartFailure("After a minute it is still not ready: " + missing + ".");
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private <T extends AutoCloseable> T keep(T part) {
        running.push(part);
        return part;
    }

    @Override
    public void close() {
        stopping = true;
        if (!running.isEmpty()) {
            progress.line("Stopping");
        }
        try {
            settled.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) {
                LoggerFactory.getLogger(Standalone.class).warn("Something did not stop cleanly", e);
            }
        }
    }
}
