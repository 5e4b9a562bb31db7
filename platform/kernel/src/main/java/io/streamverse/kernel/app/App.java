package io.streamverse.kernel.app;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/// One program as a Micronaut context. Its settings are `<name>.yml` on the class path; environment variables and what
/// the starter adds stand over them.
public final class App {
    private static final int ABOVE_ENVIRONMENT = 1_000;
    private final String name;
    private final Map<String, Object> settings = new HashMap<>();

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

    /// Runs until the JVM is told to end.
    public EmbeddedServer start() {
        var context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .banner(false)
                .propertySources(
                        PropertySource.of(name, defaults(), YamlPropertySourceLoader.DEFAULT_POSITION),
                        PropertySource.of("starter", settings, ABOVE_ENVIRONMENT))
                .start();
        return context.getBean(EmbeddedServer.class).start();
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
