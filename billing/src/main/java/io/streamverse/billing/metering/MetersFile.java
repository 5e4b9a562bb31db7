package io.streamverse.billing.metering;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// `meters.yml`: the meters, and the weights of transcoding.
record MetersFile(List<Meter> meters, List<Weight> weights) {
    private static final String NAME = "/meters.yml";

    static MetersFile read() {
        try (var file = MetersFile.class.getResourceAsStream(NAME)) {
            var content = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            return JsonMapper.builder().addModule(new JavaTimeModule()).build().convertValue(content, MetersFile.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Factory
    static final class Beans {
        private final MetersFile file = read();

        @Singleton
        Meters meters() {
            return new Meters(file.meters());
        }

        @Singleton
        Weights weights() {
            return new Weights(file.weights());
        }
    }
}
