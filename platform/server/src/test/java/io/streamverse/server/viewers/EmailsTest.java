package io.streamverse.server.viewers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailsTest {
    @ParameterizedTest
    @CsvSource({
        "Ada@Example.COM, ada@example.com",
        "' ada@example.com ', ada@example.com",
        "ada+tv@example.co.uk, ada+tv@example.co.uk",
        "ada@BÜCHER.example, ada@xn--bcher-kva.example"
    })
    void anAddressHasOneForm(String written, String kept) {
        assertThat(Emails.canonical(written)).contains(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "@example.com",
                "ada@",
                "ada@localhost",
                "a b@example.com",
                "ada@exa mple.com",
                "a@b@c",
                "ada@-x.example",
                "ada@example..com"
            })
    void whatIsNoAddressHasNone(String written) {
        assertThat(Emails.canonical(written)).isEmpty();
    }
}
