package io.streamverse.billing.plans;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.math.BigDecimal;

/// What is paid travels as a string, so that nobody makes a binary fraction of it.
final class PlainDecimal extends JsonSerializer<BigDecimal> {
    @Override
    public void serialize(BigDecimal value, JsonGenerator to, SerializerProvider all) throws IOException {
        to.writeString(value.toPlainString());
    }
}
