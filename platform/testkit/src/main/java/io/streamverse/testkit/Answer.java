package io.streamverse.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;

/// What an app said; a body that is no JSON is a missing node.
public record Answer(int status, HttpHeaders headers, String text, JsonNode body) {
    static Answer of(HttpResponse<String> response, ObjectMapper json) {
        return new Answer(response.statusCode(), response.headers(), response.body(), parsed(response.body(), json));
    }

    /// The value at a JSON pointer, as text; empty where there is none.
    public String at(String pointer) {
        return body.at(pointer).asText();
    }

    public String code() {
        return at("/code");
    }

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /// The number in the ETag.
    public int version() {
        return Integer.parseInt(header("ETag").replace("\"", ""));
    }

    private static JsonNode parsed(String text, ObjectMapper json) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    @Override
    public String toString() {
        return status + " " + text;
    }
}
