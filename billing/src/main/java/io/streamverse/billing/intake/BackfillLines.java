package io.streamverse.billing.intake;

import io.streamverse.kernel.problem.Rejected;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The lines of a body that is as long as its sender pleases: none longer, and not more, than is allowed.
final class BackfillLines {
    private static final int LONGEST = 16_000;
    /// What stands for a zero character, which no database takes.
    private static final char UNREADABLE = '\uFFFD';
    private final BufferedReader text;
    private final long most;
    private long read;

    BackfillLines(InputStream body, long most) {
        this.text = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        this.most = most;
    }

    @Nullable
    String next() throws IOException {
        var line = new StringBuilder();
        for (int at = text.read(); at >= 0; at = text.read()) {
            if (++read > most || line.length() >= LONGEST) {
                throw new Rejected(
                        "usage.backfill.too-large",
                        "A file has at most %d characters, a line %d".formatted(most, LONGEST));
            }
            if (at == '\n') {
                return line.toString();
            }
            line.append(at == 0 ? UNREADABLE : (char) at);
        }
        return line.isEmpty() ? null : line.toString();
    }
}
