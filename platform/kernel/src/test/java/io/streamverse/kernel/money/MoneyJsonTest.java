package io.streamverse.kernel.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyJsonTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void anAmountTravelsAsAString() throws JsonProcessingException {
        var written = JSON.writeValueAsString(Money.of("12", "EUR"));

        assertThat(written).isEqualTo("{\"amount\":\"12.00\",\"currency\":\"EUR\"}");
        assertThat(JSON.readValue(written, Money.class)).isEqualTo(Money.of("12", "EUR"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'amount':12.00,'currency':'EUR'}",
                "{'amount':'1e3','currency':'EUR'}",
                "{'amount':'+1','currency':'EUR'}",
                "{'amount':' 1','currency':'EUR'}",
                "{'amount':'.5','currency':'EUR'}",
                "{'amount':'','currency':'EUR'}",
                "{'amount':null,'currency':'EUR'}",
                "{'currency':'EUR'}",
                "{'amount':'0.001','currency':'EUR'}",
                "{'amount':'1','currency':'euro'}",
                "{'amount':'1','currency':null}",
                "{'amount':'1'}",
            })
    void anythingButAPlainDecimalInAStringIsRefused(String json) {
        assertThatThrownBy(() -> JSON.readValue(json.replace('\'', '"'), Money.class))
                .isInstanceOf(JsonMappingException.class);
    }
}
