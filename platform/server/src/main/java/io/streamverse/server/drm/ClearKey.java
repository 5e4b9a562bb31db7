package io.streamverse.server.drm;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamverse.kernel.problem.Malformed;
import io.streamverse.media.work.ContentKey;
import io.streamverse.server.providers.Licence;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/// Licence requests and JSON Web Key sets of Encrypted Media Extensions, 9.1.
record ClearKey(List<String> keyIds, boolean persistent) {
    private static final int MOST_KEYS = 64;
    private static final Set<String> FIELDS = Set.of("kids", "type");
    private static final Pattern KEY_ID = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final HexFormat HEX = HexFormat.of();
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(4).build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    static ClearKey read(byte[] challenge) {
        var root = tree(challenge);
        if (!root.isObject() || !root.properties().stream().allMatch(it -> FIELDS.contains(it.getKey()))) {
            throw malformed("an object of kids and type");
        }
        var persistent = switch (root.path("type").asText("temporary")) {
            case "temporary" -> false;
            case "persistent-license" -> true;
            default -> throw malformed("of type temporary or persistent-license");
        };
        var kids = root.path("kids");
        if (!kids.isArray() || kids.isEmpty() || kids.size() > MOST_KEYS) {
            throw malformed("for 1 to %d keys".formatted(MOST_KEYS));
        }
        return new ClearKey(
                StreamSupport.stream(kids.spliterator(), false)
                        .map(ClearKey::keyId)
                        .distinct()
                        .toList(),
                persistent);
    }

    Licence answer(List<ContentKey> keys) {
        var set = new ArrayList<JsonNode>();
        for (var key : keys) {
            set.add(JSON.createObjectNode()
                    .put("kty", "oct")
                    .put("kid", base64url(key.keyId()))
                    .put("k", base64url(key.key())));
        }
        var root = JSON.createObjectNode();
        root.putArray("keys").addAll(set);
        root.put("type", persistent ? "persistent-license" : "temporary");
        try {
            return new Licence("application/json", ByteBuffer.wrap(JSON.writeValueAsBytes(root)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("It cannot be written", e);
        }
    }

    private static JsonNode tree(byte[] challenge) {
        try {
            return JSON.readTree(challenge);
        } catch (IOException _) {
            throw malformed("JSON");
        }
    }

    private static String keyId(JsonNode node) {
        if (!node.isTextual() || !KEY_ID.matcher(node.textValue()).matches()) {
            throw malformed("for key ids of 16 bytes in base64url");
        }
        return HEX.formatHex(Base64.getUrlDecoder().decode(node.textValue()));
    }

    private static String base64url(String hex) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(HEX.parseHex(hex));
    }

    private static Malformed malformed(String what) {
        return new Malformed("drm.challenge.malformed", "A ClearKey licence request is " + what);
    }
}
