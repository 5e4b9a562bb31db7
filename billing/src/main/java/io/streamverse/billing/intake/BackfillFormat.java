package io.streamverse.billing.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A line as a usage event: a JSON object, or comma separated under a header that names the same fields.
@Singleton
class BackfillFormat {
    private static final String DIMENSION = "dimensions.";
    private final ObjectMapper json;

    BackfillFormat(ObjectMapper json) {
        this.json = json;
    }

    /// `header` is there where the file is comma separated.
    Optional<UsageEventRequest> read(String line, @Nullable String header) {
        try {
            var event = header == null
                    ? json.readValue(line, UsageEventRequest.class)
                    : json.treeToValue(object(cells(header), cells(line)), UsageEventRequest.class);
            return Optional.ofNullable(event).filter(UsageEventRequest::complete);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private ObjectNode object(List<String> names, List<String> cells) {
        if (names.size() != cells.size()) {
            throw new IllegalArgumentException("Too few cells, or too many");
        }
        var object = json.createObjectNode();
        for (int i = 0; i < names.size(); i++) {
            var name = names.get(i);
            var cell = cells.get(i);
            if (name.equals("quantity")) {
                object.put(name, new BigDecimal(cell));
            } else if (!name.startsWith(DIMENSION)) {
                object.put(name, cell);
            } else if (!cell.isEmpty()) {
                object.withObject("/dimensions").put(name.substring(DIMENSION.length()), cell);
            }
        }
        return object;
    }

    /// RFC 4180, but a cell holds no line break.
    static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        var quoted = false;
        var text = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
        for (int i = 0; i < text.length(); i++) {
            var at = text.charAt(i);
            if (at == '"' && quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append(at);
                i++;
            } else if (at == '"') {
                quoted = !quoted;
            } else if (at == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(at);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
