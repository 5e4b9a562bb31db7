package io.streamverse.billing.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.streamverse.kernel.problem.Rejected;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class BackfillLinesTest {
    private static final int MOST = 10;

    @Test
    void linesComeOneByOneTheLastWithoutItsEndToo() throws IOException {
        var lines = of("one\n\ntwo");

        assertThat(lines.next()).isEqualTo("one");
        assertThat(lines.next()).isEmpty();
        assertThat(lines.next()).isEqualTo("two");
        assertThat(lines.next()).isNull();
    }

    @Test
    void aFileLongerThanAllowedIsRefusedWhateverItHolds() {
        assertThatExceptionOfType(Rejected.class).isThrownBy(() -> readAll(of("abcd\nabcd\nabcd")));
        assertThatExceptionOfType(Rejected.class).isThrownBy(() -> readAll(of("\n".repeat(MOST + 1))));
    }

    private static BackfillLines of(String text) {
        return new BackfillLines(new ByteArrayInputStream(text.getBytes(UTF_8)), MOST);
    }

    private static void readAll(BackfillLines lines) throws IOException {
        for (var line = lines.next(); line != null; line = lines.next()) {
            assertThat(line).hasSizeLessThan(MOST);
        }
    }
}
