package io.streamverse.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Plays a manifest from wherever it is: starts, seeks, switches a track. What it saw is told as JSON.
record Chromium(String player, String manifest, double seekTo, Map<String, Object> more) {
    private static final Path SCRIPTS = Path.of("src/test/js").toAbsolutePath();
    private static final long PATIENCE_SECONDS = 400;
    private static final ObjectMapper JSON = new ObjectMapper();

    static Chromium plays(String player, String manifest, double seekTo) {
        return new Chromium(player, manifest, seekTo, Map.of());
    }

    /// With keys that the player knows already: key id to key, both in hex. Shaka only.
    Chromium withKeys(Map<String, String> keys) {
        return new Chromium(player, manifest, seekTo, Map.of("clearKeys", keys));
    }

    /// With licence servers: key system to address.
    Chromium withServers(Map<String, String> servers) {
        return new Chromium(player, manifest, seekTo, Map.of("servers", servers));
    }

    /// With licence servers that ask who calls.
    Chromium withServers(Map<String, String> servers, String token) {
        return new Chromium(
                player,
                manifest,
                seekTo,
                Map.of("servers", servers, "headers", Map.of("Authorization", "Bearer " + token)));
    }

    JsonNode on(Page page) {
        var task = new HashMap<>(more);
        task.putAll(Map.of("page", page.address(), "player", player, "manifest", manifest, "seekTo", seekTo));
        return run("play.mjs", task);
    }

    static JsonNode run(String script, Object task) {
        return run(SCRIPTS.resolve(script), task);
    }

    /// A script of ours under Node.js, and the line of JSON that it says.
    static JsonNode run(Path script, Object task) {
        try {
            var node = new ProcessBuilder("node", script.toString(), JSON.writeValueAsString(task))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!node.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || node.exitValue() != 0) {
                node.destroy();
                throw new AssertionError("The browser did not play: " + said);
            }
            return JSON.readTree(said);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
