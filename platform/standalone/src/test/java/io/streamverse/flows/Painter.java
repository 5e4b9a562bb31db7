package io.streamverse.flows;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.testkit.Answer;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Changes one tenant's colour again and again, and remembers what was answered. Each stroke has a colour of its own.
final class Painter {
    private final Program server;
    private final String tenant;
    private final String key;
    private final Map<Integer, String> answered = new HashMap<>();
    private int strokes;

    Painter(Answer made) {
        this(Ground.SERVER, made);
    }

    Painter(Program server, Answer made) {
        this.server = server;
        this.tenant = made.at("/id");
        this.key = made.at("/apiKeys/live");
    }

    void paintUntilTheServerDies() {
        try {
            while (true) {
                paint();
            }
        } catch (UncheckedIOException killed) {
            // The last stroke may have come through or not.
        }
    }

    private void paint() {
        var colour = "#%06x".formatted(++strokes);
        var answer = server.as(key).patch("/v1/branding", "{\"primaryColor\":\"%s\"}".formatted(colour));
        if (answer.code().equals("tenancy.tenant.moving")) {
            return;
        }
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        answered.put(answer.version(), colour);
    }

    /// Each version that was committed has its one event, and every answer was true.
    void assertNothingLostNothingTwice(List<SentEvent> sent) {
        var mine = sent.stream().filter(it -> it.tenant().equals(tenant)).collect(Collectors.toSet());
        var colours = new TreeMap<Integer, String>();
        mine.forEach(it -> colours.put(
                it.payload().get("version").intValue(),
                it.payload().get("primaryColor").textValue()));
        var now = server.as(key).get("/v1/branding");

        assertThat(mine).hasSize(now.version());
        assertThat(colours.keySet())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, now.version()).boxed().toList());
        assertThat(colours).containsAllEntriesOf(answered).containsEntry(now.version(), now.at("/primaryColor"));
    }

    int answered() {
        return answered.size();
    }
}
