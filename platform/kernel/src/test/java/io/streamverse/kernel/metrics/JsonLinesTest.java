package io.streamverse.kernel.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonLinesTest {
    @Test
    void aLineIsOneObjectWhateverIsInIt() throws IOException {
        var line = line("two\nlines and \"quotes\"", null);

        assertThat(line).endsWith("}\n").containsOnlyOnce("\n");
        assertThat(json(line).get("message").asText()).isEqualTo("two\nlines and \"quotes\"");
    }

    @Test
    void whoIsServedStandsBesideTheMessage() throws IOException {
        assertThat(json(line("served", null)).get("tenant").asText()).isEqualTo("ten_1");
    }

    @Test
    void anExceptionKeepsItsStack() throws IOException {
        var exception = json(line("failed", new IllegalStateException("why"))).get("exception");

        assertThat(exception.asText()).contains("IllegalStateException: why").contains("JsonLinesTest");
    }

    private static String line(String message, @Nullable Throwable failure) {
        var logger = new LoggerContext().getLogger("a.b.C");
        var event = new LoggingEvent("", logger, Level.INFO, message, failure, null);
        event.setMDCPropertyMap(Map.of("tenant", "ten_1"));
        var encoder = new JsonLines();
        encoder.start();
        return new String(encoder.encode(event), StandardCharsets.UTF_8);
    }

    private static JsonNode json(String line) throws IOException {
        return new ObjectMapper().readTree(line);
    }
}
