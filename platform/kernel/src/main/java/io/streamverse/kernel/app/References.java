package io.streamverse.kernel.app;

import io.micronaut.context.env.Environment;
import io.micronaut.context.env.MapPropertySource;
import io.micronaut.context.env.PropertySource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;

/// Settings that say where their value is instead of what it is: `file:/run/secrets/database`, or
/// `vault:secret/data/streamverse#database`. They are read once, when the program starts.
final class References {
    private static final String FILE = "file:/";
    private static final String VAULT = "vault:";

    private final Environment environment;

    private References(Environment environment) {
        this.environment = environment;
    }

    /// Files first: what Vault is asked with may lie in one.
    static void resolve(Environment environment) {
        var references = new References(environment);
        references.resolve(FILE, References::file);
        var vault = new Vault(environment);
        references.resolve(VAULT, (setting, reference) -> vault.read(setting, reference.substring(VAULT.length())));
    }

    /// A value takes the place of its reference, with its weight: what stands over the one stands over the other.
    private void resolve(String scheme, BiFunction<String, String, String> source) {
        var resolved = environment.getPropertySources().stream()
                .map(it -> new Resolved(it, scheme, values(it, scheme, source)))
                .filter(it -> !it.asMap().isEmpty())
                .toList();
        if (!resolved.isEmpty()) {
            environment.stop();
            resolved.forEach(environment::addPropertySource);
            environment.start();
        }
    }

    private static Map<String, String> values(
            PropertySource settings, String scheme, BiFunction<String, String, String> source) {
        var values = new HashMap<String, String>();
        for (var setting : settings) {
            if (settings.get(setting) instanceof String reference && reference.startsWith(scheme)) {
                values.put(setting, source.apply(setting, reference));
            }
        }
        return values;
    }

    private static String file(String setting, String reference) {
        try {
            var text = Files.readString(Path.of(reference.substring("file:".length())))
                    .strip();
            if (text.isEmpty()) {
                throw new StartFailure("The file that %s names is empty: %s.".formatted(setting, reference));
            }
            return text;
        } catch (IOException | InvalidPathException e) {
            throw new StartFailure("%s names a file that cannot be read: %s.".formatted(setting, reference));
        }
    }

    private static final class Resolved extends MapPropertySource {
        private final PropertySource settings;

        Resolved(PropertySource settings, String scheme, Map<String, String> values) {
            super(settings.getName() + " by " + scheme, values);
            this.settings = settings;
        }

        @Override
        public int getOrder() {
            return settings.getOrder() + 1;
        }

        @Override
        public PropertyConvention getConvention() {
            return settings.getConvention();
        }
    }
}
