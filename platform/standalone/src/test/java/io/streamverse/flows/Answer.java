package io.streamverse.flows;

import com.fasterxml.jackson.databind.JsonNode;

/// What a program said; a body that is no JSON is a missing node.
record Answer(int status, String etag, JsonNode body) {
    String at(String pointer) {
        return body.at(pointer).asText();
    }

    String code() {
        return at("/code");
    }

    /// The number in the ETag.
    int version() {
        return Integer.parseInt(etag.replace("\"", ""));
    }
}
