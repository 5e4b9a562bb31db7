package io.streamverse.kernel.money;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/// Takes a plain decimal in a string only: a JSON number may have been a binary fraction on its way here.
final class AmountDeserializer extends JsonDeserializer<BigDecimal> {
    private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,9})?");

    @Override
    public BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)
                || !PLAIN.matcher(parser.getText()).matches()) {
            throw refused(context);
        }
        return new BigDecimal(parser.getText());
    }

    @Override
    public BigDecimal getNullValue(DeserializationContext context) throws JsonMappingException {
        throw refused(context);
    }

    private static JsonMappingException refused(DeserializationContext context) {
        return JsonMappingException.from(context, "An amount is a decimal in a string, such as \"12.00\"");
    }
}
