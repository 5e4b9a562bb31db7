package io.streamverse.kernel.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewObjectTest {
    private static final NewObject VIDEO = NewObject.of("video/mp4");

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "text/plain\r\nSet-Cookie: a=b", "text/plün"})
    void aContentTypeCanStandInAHeader(String contentType) {
        assertThatThrownBy(() -> NewObject.of(contentType)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Upper", "with space", "ümlaut"})
    void metadataHasPlainNames(String name) {
        assertThatThrownBy(() -> VIDEO.with(Map.of(name, "value"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void metadataIsSmallAndPrintable() {
        assertThat(VIDEO.with(Map.of("a", "x".repeat(2047))).metadata()).hasSize(1);
        assertThatThrownBy(() -> VIDEO.with(Map.of("a", "x".repeat(2048)))).hasMessageContaining("2048");
        assertThatThrownBy(() -> VIDEO.with(Map.of("a", "x\ny"))).hasMessageContaining("printable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "0000000G", "0000000A", "000000000"})
    void aChecksumIsLowerHexOfItsLength(String hex) {
        assertThatThrownBy(() -> Checksum.crc32c(hex)).hasMessageContaining("8 characters");
    }

    @Test
    void anExpectationCanBeMet() {
        assertThatThrownBy(() -> Expectation.exactly(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Range.of(2, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Range.suffix(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
