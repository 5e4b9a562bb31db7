package io.streamverse.kernel.app;

import static java.util.stream.Collectors.joining;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.LoggerFactory;

/// One program as a Micronaut context. Its settings are `<name>.yml` on the class path; environment variables and what
/// the starter adds stand over them.
public final class App {
    private static final int ABOVE_ENVIRONMENT = 1_000;
    private static final Duration GRACE = Duration.ofSeconds(5);
    private final String name;
    private final Map<String, Object> settings = new HashMap<>();
    private List<String> needs = List.of();

    private App(String name) {
        this.name = name;
        settings.put("app", name);
    }

    public static App named(String name) {
        return new App(name);
    }

    public App with(String setting, Object value) {
        settings.put(setting, value);
        return this;
    }

    public App with(Map<String, Object> several) {
        settings.putAll(several);
        return this;
    }

    /// Settings that have no default.
    public App needing(String... names) {
        needs = List.of(names);
        return this;
    }

    /// Takes requests when it answers.
    public EmbeddedServer start() {
        var context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .banner(false)
                .propertySources(
                        PropertySource.of(name, defaults(), YamlPropertySourceLoader.DEFAULT_POSITION),
                        PropertySource.of("starter", settings, ABOVE_ENVIRONMENT))
                .build();
        try {
            var environment = context.getEnvironment().start();
            demand(environment);
            References.resolve(environment);
            return context.start().getBean(EmbeddedServer.class).start();
        } catch (RuntimeException e) {
            context.close();
            throw StartFailure.of(e);
        }
    }

    /// As a process of its own, until the JVM is told to end.
    public void run() {
        Logs.asJson();
        var log = LoggerFactory.getLogger(App.class);
        try {
            var server = start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "stop"));
            log.info("{} is ready at {}", name, server.getURI());
        } catch (StartFailure e) {
            log.error("{} does not start. {}", name, e.getMessage());
            System.exit(1);
        } catch (RuntimeException e) {
            log.error("{} does not start", name, e);
            System.exit(1);
        }
    }

    /// Answers requests in flight first. (The framework's own graceful shutdown takes their threads away meanwhile.)
    public static void stop(EmbeddedServer server) {
        server.getApplicationContext().getEventPublisher(AppStops.class).publishEvent(new AppStops());
        try {
            if (server instanceof GracefulShutdownCapable draining) {
                draining.shutdownGracefully().toCompletableFuture().get(GRACE.toSeconds(), TimeUnit.SECONDS);
            }
        } catch (ExecutionException | TimeoutException e) {
            LoggerFactory.getLogger(App.class).warn("Not all requests were answered before the stop");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.getApplicationContext().close();
    }

    private void demand(Environment environment) {
        var missing =
                needs.stream().filter(it -> !environment.containsProperty(it)).toList();
        if (!missing.isEmpty()) {
            throw new StartFailure("Set what has no default: %s."
                    .formatted(missing.stream()
                            .map(it -> it + " (" + variable(it) + ")")
                            .collect(joining(", "))));
        }
    }

    private static String variable(String setting) {
        return setting.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private Map<String, Object> defaults() {
        try (var file = App.class.getResourceAsStream("/" + name + ".yml")) {
            if (file == null) {
                throw new IllegalStateException(name + ".yml is not on the class path");
            }
            return new YamlPropertySourceLoader().read(name, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
