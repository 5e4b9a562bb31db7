package io.streamverse.server.providers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;

/// Providers' JSON, which is theirs and not our API's.
final class ProviderJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ProviderJson() {}

    static byte[] bytes(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("It cannot be written", e);
        }
    }

    static JsonNode tree(byte[] text) {
        try {
            return JSON.readTree(text);
        } catch (IOException _) {
            return MissingNode.getInstance();
        }
    }
}
