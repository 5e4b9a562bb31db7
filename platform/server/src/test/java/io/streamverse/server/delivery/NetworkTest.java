package io.streamverse.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {
    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7/32",
        "::ffff:203.0.113.7, 203.0.113.7/32",
        "2001:db8:1:2:a:b:c:d, 2001:db8:1:2:0:0:0:0/64",
        "fe80::1, fe80:0:0:0:0:0:0:0/64"
    })
    void anAddressTellsItsNetwork(String address, String cidr) {
        var network = Network.find(address).orElseThrow();

        assertThat(network.cidr()).isEqualTo(cidr);
        assertThat(Network.parse(cidr)).isEqualTo(network);
    }

    @ParameterizedTest
    @CsvSource({"2001:db8:1:2::1, 2001:db8:1:2:ffff::9, true", "2001:db8:1:2::1, 2001:db8:1:3::1, false"})
    void whatSharesAHouseholdIsOne(String one, String other, boolean same) {
        assertThat(Network.find(one).equals(Network.find(other))).isEqualTo(same);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "example.com", "203.0.113", "203.0.113.7:80", "203.0.113.7/8", "1", "::g"})
    void whatIsNoAddressIsNone(String text) {
        assertThat(Network.find(text)).isEmpty();
    }

    @Test
    void anEnvelopeOpensToWhoSealedItAlone() {
        var envelope = new Envelope(new byte[32]);
        var sealed = envelope.seal("203.0.113.7/32");
        var other = new byte[32];
        other[0] = 1;

        assertThat(envelope.open(sealed)).hasValue("203.0.113.7/32");
        assertThat(sealed.split("\\.", -1)).hasSize(5);
        assertThat(new Envelope(other).open(sealed)).isEmpty();
        assertThat(envelope.open(sealed.substring(0, sealed.length() - 4) + "AAAA"))
                .isEmpty();
        assertThat(envelope.open("203.0.113.7/32")).isEmpty();
        assertThat(envelope.seal("203.0.113.7/32")).isNotEqualTo(sealed);
    }
}
