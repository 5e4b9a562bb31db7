package io.streamverse.kernel.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;

/// Text that no database and no other program could hold is refused where it comes in: zero characters, and halves of
/// surrogate pairs.
final class StorableText extends StringDeserializer {
    private static final long serialVersionUID = 1L;
    private static final String RULE = "Text without zero characters and without halves of surrogate pairs";

    static Module module() {
        return new SimpleModule("storable-text")
                .addDeserializer(String.class, new StorableText())
                .addKeyDeserializer(String.class, new Keys());
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        var text = super.deserialize(parser, context);
        return storable(text) ? text : (String) context.handleWeirdStringValue(String.class, text, RULE);
    }

    static boolean storable(String text) {
        return text.codePoints()
                .allMatch(it -> it != 0 && (it < Character.MIN_SURROGATE || it > Character.MAX_SURROGATE));
    }

    private static final class Keys extends KeyDeserializer {
        @Override
        public Object deserializeKey(String key, DeserializationContext context) throws IOException {
            return storable(key) ? key : context.handleWeirdKey(String.class, key, RULE);
        }
    }
}
