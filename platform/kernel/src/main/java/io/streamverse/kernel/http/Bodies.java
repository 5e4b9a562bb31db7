package io.streamverse.kernel.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.streamverse.kernel.problem.Malformed;
import io.streamverse.kernel.problem.ProblemWriter;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;

/// Bodies that are read after the thing they are about was found: who, scope and existence come before the body.
@Singleton
public class Bodies {
    public static final String MERGE_PATCH = "application/merge-patch+json";
    private final ObjectMapper json;
    private final Validator validator;

    Bodies(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    public <T> T read(@Nullable String body, Class<T> type) {
        try {
            var value = json.readValue(body == null || body.isBlank() ? "{}" : body, type);
            if (value == null) {
                throw notAnObject();
            }
            return valid(value);
        } catch (JsonProcessingException e) {
            throw ProblemWriter.malformed(e);
        }
    }

    /// RFC 7396: what is named replaces, null removes, the rest stays.
    public <T> T patched(T current, @Nullable String patch) {
        try {
            if (!(json.readTree(patch == null ? "" : patch) instanceof ObjectNode changes)) {
                throw notAnObject();
            }
            var merged = merge(json.valueToTree(current), changes);
            @SuppressWarnings("unchecked")
            var type = (Class<T>) current.getClass();
            return valid(json.treeToValue(merged, type));
        } catch (JsonProcessingException e) {
            throw ProblemWriter.malformed(e);
        }
    }

    private static JsonNode merge(@Nullable JsonNode target, ObjectNode changes) {
        var merged = target instanceof ObjectNode object ? object : changes.objectNode();
        changes.properties().forEach(change -> {
            switch (change.getValue()) {
                case JsonNode it when it.isNull() -> merged.remove(change.getKey());
                case ObjectNode it -> merged.set(change.getKey(), merge(merged.get(change.getKey()), it));
                case JsonNode it -> merged.set(change.getKey(), it);
            }
        });
        return merged;
    }

    private <T> T valid(T value) {
        var broken = validator.validate(value);
        if (!broken.isEmpty()) {
            throw new ConstraintViolationException(broken);
        }
        return value;
    }

    private static Malformed notAnObject() {
        return new Malformed("http.body.malformed", "The body is not a JSON object");
    }
}
